import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { Org } from '../../org/org.ts';
import { componentStore, type StoredComponent } from '../component-store.ts';
import { metadataType } from '../types/index.ts';
import { followName, mentions, partName } from './follow-name.ts';

export interface RenameComponent {
  readonly component: StoredComponent;
  /** Its new full name, of the same object. */
  readonly to: string;
  readonly userId: string;
}

/**
 * Gives a component another name, with its id and its data; what is known to name it follows.
 *
 * @throws NotEmulatedError for types that cannot be renamed here, and where another component may name it elsewhere
 */
export function renameComponent(org: Org, { component, to, userId }: RenameComponent): void {
  const type = metadataType(component.type);
  if (!type?.rename) throw new NotEmulatedError(`renaming a ${component.type}`);
  const store = componentStore(org);
  const { fullName: from, xml } = component;
  const renaming = { type: component.type, from, to };
  const others = store
    .all()
    .filter(({ type: other, fullName }) => other !== component.type || fullName !== from)
    .map((other) => ({ other, followed: followName(renaming, other) }));
  const stuck = others.find(({ other, followed }) => mentions(renaming, { ...other, ...followed }))?.other;
  if (stuck) throw new NotEmulatedError(`renaming ${from}, which ${stuck.type} ${stuck.fullName} may name`);

  org.transaction(() => {
    type.rename?.(org, from, to);
    store.rename(component, {
      fullName: to,
      xml: xml.replace(`<fullName>${partName(from)}</fullName>`, () => `<fullName>${partName(to)}</fullName>`),
      userId,
    });
    for (const { other, followed } of others) {
      if (followed.fullName !== other.fullName || followed.xml !== other.xml)
        store.rename(other, { ...other, ...followed });
    }
  });
  org.schema.refresh();
}
