import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { Org } from '../org/org.ts';
import { componentStore, type StoredComponent } from './component-store.ts';
import { metadataType } from './types/index.ts';

export interface RenameComponent {
  readonly component: StoredComponent;
  /** Its new full name, of the same object. */
  readonly to: string;
  readonly userId: string;
}

/** They name fields, record types and layouts by their full names alone, and so can follow. */
const FOLLOWING: ReadonlySet<string> = new Set(['PermissionSet', 'Profile']);

/**
 * Gives a component another name, with its id and its data; permission sets and profiles follow.
 *
 * @throws NotEmulatedError for types that cannot be renamed here, and where another component names it
 */
export function renameComponent(org: Org, { component, to, userId }: RenameComponent): void {
  const type = metadataType(component.type);
  if (!type?.rename) throw new NotEmulatedError(`renaming a ${component.type}`);
  const store = componentStore(org);
  const { fullName: from, xml } = component;
  const others = store.all().filter(({ type: other, fullName }) => other !== component.type || fullName !== from);
  const following = others.filter((other) => FOLLOWING.has(other.type) && other.xml.includes(`>${from}<`));
  const name = partName(from);
  const mentions = new RegExp(`(?<!\\w)${name.replaceAll(/\W/g, (character) => `\\${character}`)}(?!\\w)`, 'i');
  const stuck = others.find((other) => !following.includes(other) && mentions.test(withoutOwnName(other.xml)));
  if (stuck) throw new NotEmulatedError(`renaming ${from}, which ${stuck.type} ${stuck.fullName} may name`);

  org.transaction(() => {
    type.rename?.(org, from, to);
    store.rename(component, {
      fullName: to,
      xml: xml.replace(`<fullName>${name}</fullName>`, () => `<fullName>${partName(to)}</fullName>`),
      userId,
    });
    for (const other of following) {
      store.rename(other, { ...other, xml: other.xml.replaceAll(`>${from}<`, () => `>${to}<`) });
    }
  });
  org.schema.refresh();
}

function partName(fullName: string): string {
  return fullName.split('.').at(-1) ?? fullName;
}

function withoutOwnName(xml: string): string {
  return xml.replaceAll(/<fullName>[^<]*<\/fullName>/g, '');
}
