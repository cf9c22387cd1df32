import type { z } from 'zod';
import type { Attempt } from '../errors/attempt.ts';
import {
  describeLayoutSchema,
  describeLayoutsSchema,
  objectLayoutSchema,
  objectLayoutsSchema,
} from './object-layout.ts';
import type { ObjectLayout, ObjectLayouts } from './object-layout.ts';
import type { MetadataKind, MetadataParts } from './metadata-change.ts';
import { type ObjectDescribe, objectDescribeSchema } from './object-describe.ts';
import { describeGlobalSchema, objectSummariesSchema, type ObjectSummary } from './object-summaries.ts';
import {
  picklistCollectionSchema,
  type RecordTypePicklists,
  recordTypePicklistsSchema,
} from './record-type-picklists.ts';

/** One thing that an org says about itself: where it is asked, what of it is kept, and by what it is compared. */
export interface MetadataResource<Value> {
  readonly kind: MetadataKind;
  readonly object: string | undefined;
  readonly recordTypeId: string | undefined;
  /** Unique within an org and user. */
  readonly key: string;
  /** After `/services/data/vXX.X`. */
  readonly path: string;
  /** Salesforce's answer, trimmed. */
  readonly answer: z.ZodType<Value>;
  /** What is kept. */
  readonly kept: z.ZodType<Value>;
  parts(value: Value): MetadataParts;
  readonly attempt: Attempt;
  /** Headers that the resource needs besides its condition. */
  readonly headers: Readonly<Record<string, string>>;
  /** UI API is no part of a composite request. Source: REST API guide, Composite. */
  readonly composable: boolean;
}

export function objectsResource(): MetadataResource<ObjectSummary[]> {
  return {
    ...about('objects', undefined),
    path: '/sobjects',
    answer: describeGlobalSchema,
    kept: objectSummariesSchema,
    parts: (objects) => new Map(objects.map((object) => [object.name, object])),
  };
}

export function describeResource(object: string): MetadataResource<ObjectDescribe> {
  return {
    ...about('describe', object),
    path: `/sobjects/${object}/describe`,
    answer: objectDescribeSchema,
    kept: objectDescribeSchema,
    parts: ({ fields, recordTypeInfos }) =>
      new Map<string, object>([
        ...fields.map((field): [string, object] => [field.name, field]),
        ...recordTypeInfos.map((type): [string, object] => [`RecordType.${type.developerName}`, type]),
      ]),
  };
}

export function layoutsResource(object: string): MetadataResource<ObjectLayouts> {
  return {
    ...about('layouts', object),
    path: `/sobjects/${object}/describe/layouts`,
    answer: describeLayoutsSchema,
    kept: objectLayoutsSchema,
    parts: ({ mappings, layouts }) =>
      new Map<string, object>(
        mappings.map((mapping) => [
          mapping.recordTypeId,
          { ...mapping, layout: layouts?.find(({ id }) => id === mapping.layoutId) },
        ]),
      ),
  };
}

export function layoutResource(object: string, recordTypeId: string): MetadataResource<ObjectLayout> {
  return {
    ...about('layout', object, recordTypeId),
    path: `/sobjects/${object}/describe/layouts/${recordTypeId}`,
    answer: describeLayoutSchema,
    kept: objectLayoutSchema,
    parts: ({ fields }) => new Map(fields.map((field) => [field.name, field])),
  };
}

export function picklistsResource(object: string, recordTypeId: string): MetadataResource<RecordTypePicklists> {
  return {
    ...about('picklistValues', object, recordTypeId),
    path: `/ui-api/object-info/${object}/picklist-values/${recordTypeId}`,
    answer: picklistCollectionSchema,
    kept: recordTypePicklistsSchema,
    parts: (picklists) => new Map(Object.entries(picklists)),
    // Labels come HTML-encoded otherwise. Source: UI API guide, "HTML-Encoded Responses".
    headers: { 'X-Chatter-Entity-Encoding': 'false' },
    composable: false,
  };
}

function about(kind: MetadataKind, object: string | undefined, recordTypeId?: string) {
  const key = [kind, object?.toLowerCase(), recordTypeId].filter((part) => part !== undefined).join('/');
  const attempt: Attempt = { verb: 'describe', object };
  return { kind, object, recordTypeId, key, attempt, headers: {}, composable: true };
}
