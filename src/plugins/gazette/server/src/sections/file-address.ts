/**
 * The last part of an address without its ending: for a file of the media library Strapi's hash of it, behind the name
 * of a format where the address leads to a smaller one (`small_`).
 */
function fileStem(address: string): string {
  const [path = ''] = address.split(/[?#]/, 1);
  const name = unescaped(path.split(/[/\\]/).at(-1) ?? '');
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether an address leads to the file of the media library that has this hash, or to one of its formats. */
export const leadsTo = (address: string, hash: string): boolean => {
  const stem = fileStem(address);
  return hash !== '' && (stem === hash || stem.endsWith(`_${hash}`));
};

/** The hashes of files that an address may lead to: its last part, and what is left of that behind each underscore. */
export const possibleHashes = (address: string): string[] => {
  const parts = fileStem(address).split('_');
  return parts.map((_, index) => parts.slice(index).join('_')).filter((hash) => hash !== '');
};
