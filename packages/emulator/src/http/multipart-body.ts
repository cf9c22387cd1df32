import { NotEmulatedError } from './not-emulated-error.ts';

export interface BodyPart {
  readonly name: string;
  readonly fileName: string | undefined;
  readonly contentType: string | undefined;
  readonly bytes: Uint8Array;
}

/** A `multipart/form-data` body. */
export class MultipartBody {
  readonly parts: readonly BodyPart[];

  constructor(parts: readonly BodyPart[]) {
    this.parts = parts;
  }

  part(name: string): BodyPart | undefined {
    return this.parts.find((part) => part.name === name);
  }
}

const HEADERS_END = '\r\n\r\n';

/** Source: RFC 7578 and RFC 2046, section 5.1. @throws NotEmulatedError for one that is broken */
export function parseMultipart(bytes: Uint8Array, contentType: string): MultipartBody {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw broken();
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const delimiter = `--${boundary}`;
  const parts: BodyPart[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const content = start + delimiter.length;
    if (body.toString('latin1', content, content + 2) === '--') return new MultipartBody(parts);
    const headersStart = body.indexOf('\r\n', content) + 2;
    const headersEnd = body.indexOf(HEADERS_END, headersStart - 2);
    const next = body.indexOf(`\r\n${delimiter}`, content);
    if (headersStart < 2 || headersEnd < 0 || next < headersEnd) break;
    const headers = body.toString('utf8', headersStart, Math.max(headersStart, headersEnd));
    parts.push(toPart(headers, body.subarray(headersEnd + HEADERS_END.length, Math.max(next, headersEnd + 4))));
    start = next + 2;
  }
  throw broken();
}

function toPart(headers: string, bytes: Uint8Array): BodyPart {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
  const name = parameter(disposition, 'name');
  if (name === undefined) throw broken();
  return {
    name,
    fileName: parameter(disposition, 'filename'),
    contentType: /^content-type:(.*)$/im.exec(headers)?.[1]?.trim(),
    bytes,
  };
}

function parameter(disposition: string, name: string): string | undefined {
  const [, quoted, plain] = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(disposition) ?? [];
  return quoted ?? plain;
}

function broken(): NotEmulatedError {
  return new NotEmulatedError('a multipart body that is broken');
}
