import { standardProfiles, type StandardProfile } from '../../access/standard-profiles.ts';

/** `System Administrator` of the file `Admin`; other names are encoded as in a URL, blanks aside. */
export function profileOfFile(fileName: string): string {
  return standardProfiles.find((profile) => profile.fileName === fileName)?.name ?? decoded(fileName);
}

/** `Admin` of `System Administrator`, `Sales%3A EU` of `Sales: EU`. Source: profiles in public repositories. */
export function fileOfProfile(name: string): string {
  return standardProfile(name)?.fileName ?? encodeURIComponent(name).replaceAll('%20', ' ').replaceAll(/[()]/g, encode);
}

/** Undefined for a custom profile. */
export function standardProfile(name: string): StandardProfile | undefined {
  return standardProfiles.find((profile) => profile.name === name);
}

/** A name that is encoded wrongly stands for itself. */
function decoded(fileName: string): string {
  return /%(?![0-9a-f]{2})/i.test(fileName) ? fileName : decodeURIComponent(fileName);
}

function encode(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}
