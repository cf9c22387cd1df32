import type { Org } from '../org/org.ts';
import { componentStore, type ComponentStore } from './component-store.ts';
import type { MetadataComponent } from './metadata-component.ts';
import { MetadataError } from './metadata-error.ts';
import type { DeployContext, MetadataType } from './metadata-type.ts';
import { createNaming } from './namespace.ts';
import { metadataTypes } from './types/index.ts';

export interface DeployComponentsOptions {
  /** What is declared becomes `ns__…`, as in a subscriber's org. */
  readonly namespace?: string | undefined;
  /** Checks everything and keeps nothing. @default false */
  readonly checkOnly?: boolean;
  /** One failure undoes everything. @default true */
  readonly rollbackOnError?: boolean;
}

/** What became of one component. */
export interface ComponentOutcome {
  readonly component: MetadataComponent;
  /** As the org knows it, with its namespace; as the source calls it where it failed. */
  readonly fullName: string;
  readonly change: 'created' | 'changed' | 'unchanged';
  /** Why it failed. */
  readonly failure?: MetadataError;
}

export interface Deployment {
  /** No component failed. */
  readonly success: boolean;
  /** In the order in which they were saved. */
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
  { namespace, checkOnly = false, rollbackOnError = true }: DeployComponentsOptions = {},
): Deployment {
  const context: DeployContext = { org, naming: createNaming(components, namespace), components };
  const store = componentStore(org);
  const outcomes: ComponentOutcome[] = [];
  try {
    org.transaction(() => {
      for (const type of metadataTypes) {
        for (const component of components) {
          if (component.type === type.name) outcomes.push(deploy({ context, store, type, component }));
        }
      }
      if (checkOnly || (rollbackOnError && outcomes.some(({ failure }) => failure))) throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  } finally {
    org.schema.refresh();
  }
  return { success: !outcomes.some(({ failure }) => failure), outcomes };
}

/** Ends the transaction of a deployment that is not kept. */
class Undone extends Error {}

interface ToDeploy {
  readonly context: DeployContext;
  readonly store: ComponentStore;
  readonly type: MetadataType;
  readonly component: MetadataComponent;
}

function deploy({ context, store, type, component }: ToDeploy): ComponentOutcome {
  const { org, naming } = context;
  try {
    return org.transaction(() => {
      const fullName = type.save(context, component, type.read(component, naming));
      const { namespace } = naming;
      const change = store.save({ type: type.name, fullName, xml: component.xml, namespace });
      return { component, fullName, change };
    });
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    org.schema.refresh();
    return { component, fullName: component.fullName, change: 'unchanged', failure: error };
  }
}
