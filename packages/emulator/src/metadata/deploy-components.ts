import { NEWEST_VERSION } from '../http/api-versions.ts';
import type { Org } from '../org/org.ts';
import type { Deletion } from './archive/read-archive.ts';
import { componentStore, type ComponentStore } from './component-store.ts';
import type { MetadataComponent } from './metadata-component.ts';
import { MetadataError } from './metadata-error.ts';
import type { DeployContext, MetadataType } from './metadata-type.ts';
import { createNaming } from './namespace.ts';
import { removeComponent } from './remove-component.ts';
import { firstUserId } from './save-row.ts';
import { metadataTypes } from './types/index.ts';

export interface DeployComponentsOptions {
  /** What is declared becomes `ns__…`, as in a subscriber's org. */
  readonly namespace?: string | undefined;
  /** Checks everything and keeps nothing. @default false */
  readonly checkOnly?: boolean;
  /** One failure undoes everything. @default true */
  readonly rollbackOnError?: boolean;
  /** Components to delete before and after the others are saved. @default none */
  readonly deletions?: readonly Deletion[];
  /** Deleting what is not there fails nothing. @default false */
  readonly ignoreWarnings?: boolean;
  /** Who deploys. @default the org's first user */
  readonly userId?: string;
  /** As the request names it, e.g. `66.0`. @default the newest */
  readonly apiVersion?: string | undefined;
  /** Something failed before: everything is checked, nothing is kept unless failures undo nothing. @default false */
  readonly failedAlready?: boolean;
}

/** What became of one component. */
export interface ComponentOutcome {
  readonly type: string;
  /** As the org knows it, with its namespace; as the source calls it where it failed. */
  readonly fullName: string;
  readonly file: string;
  readonly change: 'created' | 'changed' | 'unchanged' | 'deleted';
  /** Empty for types without ids, and for what failed. */
  readonly id: string;
  /** Why it failed; a warning that is not to be ignored fails as well. */
  readonly failure?: MetadataError;
  /** What was to be deleted is not there. */
  readonly warning?: string;
}

export interface Deployment {
  /** No component failed. */
  readonly success: boolean;
  /** In the order in which they were handled. */
  readonly outcomes: readonly ComponentOutcome[];
}

/**
 * The one way by which metadata comes into an org, whatever it was read from: every component is checked and saved, in
 * the order of the types, in one transaction. A component that fails leaves nothing; whether the others stay is the
 * caller's choice.
 */
export function deployComponents(
  org: Org,
  components: readonly MetadataComponent[],
  options: DeployComponentsOptions = {},
): Deployment {
  const { checkOnly = false, rollbackOnError = true, failedAlready = false } = options;
  const apiVersion = Number(options.apiVersion ?? NEWEST_VERSION);
  const context: DeployContext = { org, naming: createNaming(components, options.namespace), components, apiVersion };
  const store = componentStore(org);
  const userId = options.userId ?? firstUserId(org);
  const outcomes: ComponentOutcome[] = [];
  const hasFailed = (): boolean => failedAlready || outcomes.some(({ failure }) => failure);
  try {
    org.transaction(() => {
      outcomes.push(...remove('before', { org, store, options }));
      for (const type of metadataTypes) {
        for (const component of components) {
          if (component.type === type.name) outcomes.push(deploy({ context, store, type, component, userId }));
        }
      }
      outcomes.push(...remove('after', { org, store, options }));
      if (checkOnly || (rollbackOnError && hasFailed())) throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  } finally {
    org.schema.refresh();
  }
  return { success: !hasFailed(), outcomes };
}

/** Ends the transaction of a deployment that is not kept. */
class Undone extends Error {}

interface ToDeploy {
  readonly context: DeployContext;
  readonly store: ComponentStore;
  readonly type: MetadataType;
  readonly component: MetadataComponent;
  readonly userId: string;
}

function deploy({ context, store, type, component, userId }: ToDeploy): ComponentOutcome {
  const { org, naming } = context;
  const { file, xml } = component;
  try {
    return org.transaction(() => {
      const fullName = type.save(context, component, type.read(component, naming));
      if (type.neverPackaged && naming.namespace !== null) {
        return { type: type.name, fullName, file, change: 'changed', id: type.idOf?.(org, fullName) ?? '' };
      }
      const id = store.find(type.name, fullName)?.id ?? newId(org, type, fullName);
      const change = store.save({ type: type.name, fullName, xml, namespace: naming.namespace, id, userId });
      return { type: type.name, fullName, file, change, id };
    });
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    org.schema.refresh();
    return { type: type.name, fullName: component.fullName, file, change: 'unchanged', id: '', failure: error };
  }
}

function newId(org: Org, type: MetadataType, fullName: string): string {
  if (type.keyPrefix !== undefined) return org.recordIds.allocate(type.keyPrefix);
  return type.idOf?.(org, fullName) ?? '';
}

interface ToRemove {
  readonly org: Org;
  readonly store: ComponentStore;
  readonly options: DeployComponentsOptions;
}

function remove(when: Deletion['when'], { org, store, options }: ToRemove): ComponentOutcome[] {
  const { deletions = [], ignoreWarnings = false } = options;
  return deletions
    .filter((deletion) => deletion.when === when)
    .map(({ type, fullName, file }): ComponentOutcome => {
      const outcome = { type, fullName, file, change: 'deleted', id: '' } as const;
      try {
        const removed = org.transaction(() => removeComponent(org, store, { type, fullName, file }));
        if (removed) return outcome;
        const warning = `No ${type} named: ${fullName} found`;
        const failure = new MetadataError({ file, problem: warning });
        return { ...outcome, change: 'unchanged', warning, ...(!ignoreWarnings && { failure }) };
      } catch (error) {
        if (!(error instanceof MetadataError)) throw error;
        org.schema.refresh();
        return { ...outcome, change: 'unchanged', failure: error };
      }
    });
}
