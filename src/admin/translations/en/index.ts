/** Texts of Strapi's own that are not true of Gazette, which deletes no file in use, by full message id. */
export const en: Record<string, string> = {
  'upload.asset-details.delete.description':
    'This file cannot be recovered once deleted. A file that something shows is not deleted: you are told what shows it.',
  'upload.list.bulk-actions.delete.confirm.description.are-you-sure':
    'Are you sure you want to delete the selected items? A folder goes with everything inside it. Files in use are not deleted.',
  'upload.list.bulk-actions.delete.confirm.description.cant-be-undone':
    'This action can’t be undone. Deleting a folder also deletes everything inside it. Files in use are not deleted.',
};
