import type { Org } from '../org/org.ts';
import type { MetadataComponent } from './metadata-component.ts';
import type { Naming } from './namespace.ts';
import type { StandingComponent } from './org-components.ts';
import type { XmlElement } from './xml/xml-element.ts';

/** What a component is saved with. */
export interface DeployContext {
  readonly org: Org;
  readonly naming: Naming;
  /** Everything that is deployed together with it. */
  readonly components: readonly MetadataComponent[];
  /** API version of the request, e.g. 66. */
  readonly apiVersion: number;
}

/** Whether a component is asked for. @param fullName as the org knows it */
export type Scope = (type: string, fullName: string) => boolean;

/**
 * A type of metadata that this emulator takes. A new one is a file in `types/` that calls `defineMetadataType`, and a
 * line in the list of `types/index.ts`; everything else (sources and archives, deployments, packages, retrieve, read,
 * list and describe) follows from the list.
 */
export interface MetadataType<Content = unknown> {
  /** As the Metadata API calls it, e.g. `PermissionSet`; the root element of its files. */
  readonly name: string;
  /** Of its files, e.g. `permissionset`. */
  readonly suffix: string;
  /** Of an archive, e.g. `permissionsets`; of a part, its folder below the object in source format, e.g. `fields`. */
  readonly directory: string;
  /** A part of CustomObject: the element of the object's file that holds it in an archive, e.g. `fields`. */
  readonly elementOfObject?: string;
  /** Of the ids of its components. @default they have no id here */
  readonly keyPrefix?: string;
  /** It changes pages, texts or apps, not data: kept to be retrieved again. @default false */
  readonly withoutEffect?: boolean;
  /** A package changes what the org has of it, and brings none of its own. @default false */
  readonly neverPackaged?: boolean;
  /** Checks the component by itself. @throws MetadataError */
  read(component: MetadataComponent, naming: Naming): Content;
  /**
   * Makes it take effect, in the deployment's transaction and after the types that stand before it in the list.
   *
   * @returns the full name that the org knows it by, with its namespace
   * @throws MetadataError when the org lacks what it refers to
   */
  save(context: DeployContext, component: MetadataComponent, content: Content): string;
  /**
   * Undoes it, in the deployment's transaction. A type without it cannot be deleted here.
   *
   * @param fullName as the org knows it
   * @throws MetadataError when something in the org still needs it
   */
  remove?(org: Org, fullName: string): void;
  /**
   * Gives it another name; its id and all data stay. A type without it cannot be renamed here.
   *
   * @param from its full name as the org knows it @param to of the same object
   * @throws NotEmulatedError where it is of a kind that cannot be renamed here
   */
  rename?(org: Org, from: string, to: string): void;
  /** Those that the org has without their having been deployed. @default none */
  standing?(org: Org): StandingComponent[];
  /**
   * A component as the org has it now. A type without it is given back as it was deployed.
   *
   * @param isInScope what else is asked for, where that decides what is said
   */
  print?(org: Org, fullName: string, isInScope: Scope): XmlElement;
  /** The id of the row that it became, for a type that has no `keyPrefix`. */
  idOf?(org: Org, fullName: string): string | undefined;
}

export function defineMetadataType<Content>(type: MetadataType<Content>): MetadataType<Content> {
  return type;
}
