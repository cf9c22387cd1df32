import type { CallMeter } from '../transport/call-meter.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { ObjectDescribe } from './object-describe.ts';
import type { ObjectLayout, ObjectLayouts } from './object-layout.ts';
import type { ObjectSummary } from './object-summaries.ts';
import type { RecordTypePicklists } from './record-type-picklists.ts';

export interface MetadataOptions extends RequestOptions {
  /** Ask the org even if what is known is young; it answers that nothing has changed, or what is new. @default false */
  readonly revalidate?: boolean;
  /** Counts the API calls that this question cost. A question that somebody else has asked already costs nothing. */
  readonly meter?: CallMeter | undefined;
}

/**
 * What the org says about itself, as this user sees it; kept, so that a second question costs no API call. Questions that
 * are asked at the same time (`Promise.all`) become one composite request, but for `picklistValues`, one each. An object that
 * does not exist or is hidden from the user is a RequestInvalidError; a failure is never kept.
 */
export interface Metadata {
  /** Fields, record types and children of an object. */
  describe(object: string, options?: MetadataOptions): Promise<ObjectDescribe>;
  /** What `describe` has answered before; costs nothing. `young`: only where `describe` would answer it without asking. */
  known(object: string, options?: { readonly young?: boolean }): ObjectDescribe | undefined;
  /** Every object that this user may see. */
  objects(options?: MetadataOptions): Promise<readonly ObjectSummary[]>;
  /**
   * Every picklist of a record type with the values it offers, by field. An object that UI API does not have (e.g. Task) is a
   * RequestInvalidError.
   * @param recordTypeId `012000000000000AAA` for the master record type.
   */
  picklistValues(object: string, recordTypeId: string, options?: MetadataOptions): Promise<RecordTypePicklists>;
  /** Which layout and which picklist values each record type has, and the layouts themselves where the object has one. */
  layouts(object: string, options?: MetadataOptions): Promise<ObjectLayouts>;
  /** The page layout that this user is shown for a record type, with the fields it requires. */
  layout(object: string, recordTypeId: string, options?: MetadataOptions): Promise<ObjectLayout>;
}
