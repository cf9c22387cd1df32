import type { Org } from '../org/org.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';
import { layoutStore, type StoredLayout } from './layout-store.ts';

/**
 * The layout that the user's profile is given for the record type: the one assigned to it, else the object's own default
 * layout or the first that was deployed (the order of the last two is not verified). Source: Metadata API guide,
 * `layoutAssignments` of Profile.
 */
export function layoutOfUser(
  org: Org,
  userId: string,
  { object, recordTypeId }: { readonly object: ObjectDefinition; readonly recordTypeId: string },
): StoredLayout {
  const profileId = org.users.findById(userId)?.profileId ?? '';
  return layoutStore(org).assigned(object, profileId, recordTypeId);
}
