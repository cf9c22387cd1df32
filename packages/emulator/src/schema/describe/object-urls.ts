import type { ObjectDefinition } from '../object-definition.ts';
import { inHashOrder } from './in-hash-order.ts';

/** The resources of an object that its describes link to. Source: describeGlobal and describes recorded by CumulusCI. */
export function objectUrls(object: ObjectDefinition, apiVersion: string): Record<string, string> {
  return inHashOrder(resourcesOf(object, apiVersion));
}

/**
 * The same with the pages of the user interface, as the full describe has them. `defaultValues` is in those of v48 and no
 * longer in later ones; where it ended is not known.
 *
 * @param origin of the org, without a trailing slash
 */
export function describeUrls(object: ObjectDefinition, apiVersion: string, origin: string): Record<string, string> {
  const urls = resourcesOf(object, apiVersion);
  const path = urls['sobject'] ?? '';
  return inHashOrder({
    ...urls,
    ...(isLayoutable(object) && {
      uiDetailTemplate: `${origin}/{ID}`,
      uiEditTemplate: `${origin}/{ID}/e`,
      uiNewRecord: `${origin}/${object.keyPrefix ?? ''}/e`,
    }),
    ...(Number(apiVersion) < 50 && { defaultValues: `${path}/defaultValues?recordTypeId&fields` }),
  });
}

function resourcesOf(object: ObjectDefinition, apiVersion: string): Record<string, string> {
  const path = `/services/data/v${apiVersion}/sobjects/${object.name}`;
  const resources: Readonly<Record<string, string | null>> = {
    ...(isLayoutable(object) && {
      compactLayouts: '/describe/compactLayouts',
      approvalLayouts: '/describe/approvalLayouts',
      listviews: '/listviews',
      quickActions: '/quickActions',
      layouts: '/describe/layouts',
    }),
    rowTemplate: '/{ID}',
    describe: '/describe',
    sobject: '',
    ...object.resources,
  };
  return Object.fromEntries(
    Object.entries(resources)
      .filter(([, below]) => below !== null)
      .map(([name, below]) => [name, `${path}${below}`]),
  );
}

function isLayoutable(object: ObjectDefinition): boolean {
  return object.described?.['layoutable'] !== false;
}
