import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { gunzipSync, inflateSync } from 'node:zlib';
import { jsonParserError } from '../dml/json-parser-error.ts';
import { checkJsonShape } from './check-json-shape.ts';
import { describeJsonMistake, placeOf } from './json-mistake.ts';
import { parseMultipart } from './multipart-body.ts';
import { NotEmulatedError } from './not-emulated-error.ts';
import { SalesforceApiError } from './salesforce-api-error.ts';

/** Salesforce takes 50 MB of JSON text. Source: REST API guide, Insert or Update Blob Data. */
const MAX_BYTES = 50 * 1024 * 1024;

/** Source: Bulk API 2.0 guide, Upload Job Data. */
const MAX_CSV_BYTES = 150 * 1024 * 1024;

/**
 * What an operation reads: OAuth endpoints take forms, the data API JSON, SOAP XML and uploads CSV (as their text). Files
 * may come with JSON: `json-or-multipart` gives a `MultipartBody` when the body is one.
 */
export type BodyKind = 'form' | 'json' | 'xml' | 'csv' | 'json-or-multipart';

export interface BodyHeaders {
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
}

const NOTHING = new Uint8Array(0);

/**
 * The whole body as it was sent. What goes on beyond the limit is not kept.
 *
 * @throws SalesforceApiError 413 above 50 MB, and above 150 MB of CSV. Which error Salesforce answers with is not known
 */
export function readBody(request: IncomingMessage): Promise<Uint8Array> | Uint8Array {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (encoding === undefined && (length === undefined || length === '0')) return NOTHING;
  const most = mostBytes(request);
  if (isDeclaredTooLarge(request)) throw tooLarge(most);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size <= most) chunks.push(chunk);
      else {
        chunks.length = 0;
        reject(tooLarge(most));
      }
    });
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] ?? NOTHING) : Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new Error('The client left before its request was complete.'));
    });
  });
}

/** By its `Content-Length`, before a byte of it has come. */
export function isDeclaredTooLarge(request: IncomingMessage): boolean {
  return Number(request.headers['content-length'] ?? 0) > mostBytes(request);
}

function mostBytes({ headers }: IncomingMessage): number {
  return /^text\/csv\b/i.test(headers['content-type'] ?? '') ? MAX_CSV_BYTES : MAX_BYTES;
}

/**
 * JSON as its value, a form as a plain object, nothing as undefined. Without a content type it is taken as what the
 * operation reads. Source: REST API guide, Compression (`Content-Encoding: gzip` and `deflate` of requests).
 *
 * @throws SalesforceApiError JSON_PARSER_ERROR for broken JSON, 415 for other types; for what is not in its encoding or no
 * UTF-8 as well, in words that are not verified
 * @throws NotEmulatedError for XML and other charsets
 */
export function parseBody(bytes: Uint8Array, headers: BodyHeaders, kind: BodyKind): unknown {
  if (bytes.byteLength === 0) return undefined;
  const takesJson = kind === 'json' || kind === 'json-or-multipart';
  if (takesJson && headers.contentType === 'application/json' && !headers.contentEncoding) {
    return parseJson(toText(bytes));
  }
  const [type = '', ...parameters] = (headers.contentType ?? mediaType(kind)).split(';').map((part) => part.trim());
  if (kind === 'json-or-multipart' && type.toLowerCase() === 'multipart/form-data') {
    return parseMultipart(decompress(bytes, headers.contentEncoding), headers.contentType ?? '');
  }
  if (type.toLowerCase() !== mediaType(kind)) throw wrongType(type, kind);
  const charset = parameters.find((parameter) => /^charset=/i.test(parameter));
  if (charset !== undefined && !/^charset="?utf-8"?$/i.test(charset)) {
    throw new NotEmulatedError(`a request body with ${charset}`);
  }
  const most = kind === 'csv' ? MAX_CSV_BYTES : MAX_BYTES;
  const text = toText(decompress(bytes, headers.contentEncoding, most));
  if (kind === 'form') return Object.fromEntries(new URLSearchParams(text));
  return kind === 'xml' || kind === 'csv' ? text : parseJson(text);
}

function mediaType(kind: BodyKind): string {
  if (kind === 'form') return 'application/x-www-form-urlencoded';
  if (kind === 'csv') return 'text/csv';
  return kind === 'xml' ? 'text/xml' : 'application/json';
}

function decompress(bytes: Uint8Array, encoding = 'identity', most = MAX_BYTES): Uint8Array {
  const name = encoding.trim().toLowerCase();
  if (name === 'identity') return bytes;
  if (name !== 'gzip' && name !== 'deflate') throw unsupported(`Content-Encoding of '${encoding}'`);
  const unpack = name === 'gzip' ? gunzipSync : inflateSync;
  try {
    return unpack(bytes, { maxOutputLength: most });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(most);
    throw jsonParserError(`The request body is not in its Content-Encoding ${encoding}`);
  }
}

function toText(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) {
    const valid = decodableLength(bytes);
    const text = Buffer.from(bytes.subarray(0, valid)).toString('utf8');
    const kind = (bytes[valid - 1] ?? 0) >= 0x80 ? 'middle' : 'start';
    const byte = (bytes[valid] ?? 0).toString(16);
    throw jsonParserError(`Invalid UTF-8 ${kind} byte 0x${byte} at ${placeOf(text, text.length)}`);
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** How many bytes at the beginning are whole characters of UTF-8. */
function decodableLength(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.byteLength;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isDecodable(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A character that is cut off at the end is no mistake. */
function isDecodable(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch (cause) {
    if (cause instanceof TypeError) return false;
    throw cause;
  }
}

/**
 * Source: errors in kevinohara80/nforce issue 74 and heroku/sf-functions-python pull request 91. XML is a format that
 * Salesforce takes.
 */
function wrongType(type: string, kind: BodyKind): SalesforceApiError | NotEmulatedError {
  const isXml = /^(?:application|text)\/xml$/i.test(type);
  if (kind === 'form' || kind === 'xml' || isXml) return new NotEmulatedError(`a request body of type ${type}`);
  return unsupported(`MediaType of '${type}'`);
}

function unsupported(what: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 415,
    errorCode: 'UNSUPPORTED_MEDIA_TYPE',
    message: `${what} is not supported by this resource`,
  });
}

/** @throws SalesforceApiError JSON_PARSER_ERROR */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw jsonParserError(describeJsonMistake(text, cause.message));
  }
  checkJsonShape(text);
  return value;
}

/** Which error Salesforce answers with is not known; its edge refuses before the API sees the request. */
function tooLarge(most: number): SalesforceApiError {
  return new SalesforceApiError({
    status: 413,
    errorCode: 'REQUEST_ENTITY_TOO_LARGE',
    message: `The request body is larger than ${most} bytes.`,
  });
}
