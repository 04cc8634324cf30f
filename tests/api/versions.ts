import { createArticle, redact, updateArticle, type TestApp } from '../support';

/** Erases versions of an article. */
export const redactArticle = (app: TestApp, documentId: string, versions: number[]) =>
  redact(app, { documentId, versions, reason: 'Lộ số điện thoại' });

/** An article of three versions: its title is corrected, then its lead. */
export const articleOfThreeVersions = async (app: TestApp, title = 'Lịch cấp nước'): Promise<string> => {
  const { documentId } = await createArticle(app, { title, lead: 'Cấp lúc sáu giờ.' }, { status: 'published' });
  await updateArticle(app, documentId, { title: `${title} sạch` });
  await updateArticle(app, documentId, { lead: 'Cấp lúc bảy giờ.', updateType: 'major', changeNote: 'Đổi giờ' });
  return documentId;
};

/** An entry of a list of versions, as tests look at it. */
export interface ListedVersion {
  version: number;
  at: string;
  event: string;
  major: boolean;
  title: string | null;
  etag: string | null;
  changed: string[] | null;
  redacted: boolean;
}
