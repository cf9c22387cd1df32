import type { StoredComponent } from '../component-store.ts';

/** A component that gets another name. */
export interface Renaming {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

type Named = Pick<StoredComponent, 'fullName' | 'xml'>;

/** They name components by their full names alone. */
const BY_FULL_NAME: ReadonlySet<string> = new Set(['PermissionSet', 'Profile']);

/** Parts of an object that name its fields in elements of their own, beside its layouts. */
const OF_OBJECT: ReadonlySet<string> = new Set(['CompactLayout', 'FieldSet', 'ListView', 'RecordType']);

/**
 * Another component with the new name in the places that are known to name it. Where the old one is still mentioned, e.g.
 * in a formula, `mentions` tells.
 */
export function followName({ type, from, to }: Renaming, other: StoredComponent): Named {
  const { type: otherType, fullName, xml } = other;
  if (BY_FULL_NAME.has(otherType)) {
    const changed = replaceAll(xml, `>${from}<`, `>${to}<`);
    if (type !== 'CustomObject') return { fullName, xml: changed };
    return { fullName, xml: replaceAll(replaceAll(changed, `>${from}.`, `>${to}.`), `>${from}-`, `>${to}-`) };
  }
  if (type === 'CustomObject') return followObject({ from, to }, other);
  return type === 'CustomField' ? followField({ from, to }, other) : { fullName, xml };
}

function followObject({ from, to }: Omit<Renaming, 'type'>, { type, fullName, xml }: StoredComponent): Named {
  if (type === 'CustomTab' && fullName === from) return { fullName: to, xml };
  const isPart = fullName.startsWith(`${from}.`) || (type === 'Layout' && fullName.startsWith(`${from}-`));
  const name = isPart ? `${to}${fullName.slice(from.length)}` : fullName;
  if (type === 'CustomField') {
    return { fullName: name, xml: replaceAll(xml, `<referenceTo>${from}<`, `<referenceTo>${to}<`) };
  }
  if (type === 'Layout') {
    return { fullName: name, xml: replaceAll(xml, `<relatedList>${from}.`, `<relatedList>${to}.`) };
  }
  return { fullName: name, xml };
}

function followField({ from, to }: Omit<Renaming, 'type'>, { type, fullName, xml }: StoredComponent): Named {
  const object = from.slice(0, from.indexOf('.'));
  const [name, newName] = [partName(from), partName(to)];
  const isOfObject = fullName.startsWith(`${object}.`);
  if ((OF_OBJECT.has(type) && isOfObject) || (type === 'Layout' && fullName.startsWith(`${object}-`))) {
    return { fullName, xml: replaceAll(xml, `>${name}<`, `>${newName}<`) };
  }
  if (type === 'CustomField' && isOfObject) {
    return { fullName, xml: replaceAll(xml, `<controllingField>${name}<`, `<controllingField>${newName}<`) };
  }
  return { fullName, xml };
}

/**
 * Whether a component that was to follow may still name what is renamed: a word of its text is enough, its own name
 * aside. What names fields by single words, as a layout does, means no object by one.
 */
export function mentions(
  { type, from }: Renaming,
  { type: otherType, fullName, xml }: Named & { type: string },
): boolean {
  if (BY_FULL_NAME.has(otherType)) return false;
  const name = partName(from);
  const text = xml.replaceAll(/<fullName>[^<]*<\/fullName>/g, '');
  if (type === 'CustomField') return [name, name.replace(/__c$/, '__r')].some((word) => hasWord(text, word));
  if (type !== 'CustomObject') return hasWord(text, name);
  const namesFields = otherType === 'Layout' || OF_OBJECT.has(otherType);
  return hasWord(fullName, name, { start: '^' }) || hasWord(text, name, namesFields ? { end: '[.-]' } : {});
}

/** @param bounds patterns of what stands before and after it */
function hasWord(text: string, word: string, { start = '(?<!\\w)', end = '(?!\\w)' } = {}): boolean {
  return new RegExp(`${start}${word.replaceAll(/\W/g, (character) => `\\${character}`)}${end}`, 'i').test(text);
}

/** `Key__c` of `Account.Key__c`. */
export function partName(fullName: string): string {
  return fullName.split('.').at(-1) ?? fullName;
}

function replaceAll(text: string, from: string, to: string): string {
  return text.replaceAll(from, () => to);
}
