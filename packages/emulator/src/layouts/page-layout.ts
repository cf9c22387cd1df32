export type LayoutBehavior = 'Edit' | 'Required' | 'Readonly';

/** What stands at one place of a page. */
export type LayoutItem =
  | { readonly kind: 'field'; readonly field: string; readonly behavior: LayoutBehavior }
  | { readonly kind: 'empty' }
  /** A link, a Visualforce page, a chart …: only kept, not shown here. */
  | { readonly kind: 'other'; readonly what: string };

export interface LayoutSection {
  readonly heading: string;
  readonly tabOrder: 'LeftRight' | 'TopDown';
  /** The heading is shown while a record is edited, and while it is looked at. */
  readonly editHeading: boolean;
  readonly detailHeading: boolean;
  /** From left to right, each from top to bottom. */
  readonly columns: readonly (readonly LayoutItem[])[];
}

/** A page layout as an administrator made it. Source: Metadata API guide, Layout. */
export interface PageLayout {
  readonly object: string;
  /** e.g. `Account Layout` */
  readonly name: string;
  readonly sections: readonly LayoutSection[];
}
