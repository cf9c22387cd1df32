import type { IncomingMessage } from 'node:http';
import { NotEmulatedError } from './not-emulated-error.ts';
import { SalesforceApiError } from './salesforce-api-error.ts';

/** Salesforce takes 50 MB of JSON text. Source: REST API guide, Insert or Update Blob Data. */
const MAX_BYTES = 50 * 1024 * 1024;

/** The whole body as text. @throws SalesforceApiError 413 above 50 MB */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const buffer = chunk as Buffer;
    bytes += buffer.byteLength;
    if (bytes > MAX_BYTES) {
      throw new SalesforceApiError({
        status: 413,
        errorCode: 'REQUEST_ENTITY_TOO_LARGE',
        message: `The request body is larger than ${MAX_BYTES} bytes.`,
      });
    }
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * JSON as its value, a form as a plain object, nothing as undefined. Without a content type it is taken as JSON.
 *
 * @throws SalesforceApiError JSON_PARSER_ERROR for broken JSON (Salesforce's text is Java's, not this one)
 * @throws NotEmulatedError for other kinds: XML, multipart
 */
export function parseBody(text: string, contentType: string | undefined): unknown {
  if (text === '') return undefined;
  const [type = ''] = (contentType ?? 'application/json').split(';');
  switch (type.trim().toLowerCase()) {
    case 'application/x-www-form-urlencoded':
      return Object.fromEntries(new URLSearchParams(text));
    case 'application/json':
      return parseJson(text);
    default:
      throw new NotEmulatedError(`a request body of type ${type.trim()}`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new SalesforceApiError({ status: 400, errorCode: 'JSON_PARSER_ERROR', message: cause.message });
  }
}
