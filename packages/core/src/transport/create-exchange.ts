import { PassThrough } from 'node:stream';
import type { HttpRequest, HttpResponse } from 'jsforce';
import { toLostAnswer } from './lost-answer.ts';

/** One request and its answer, as jsforce's `transport` option takes it, and what jsforce does not pass on. */
export interface Exchange {
  httpRequest(request: HttpRequest): Promise<HttpResponse> & { stream(): PassThrough };
  /** Undefined until an answer has come. */
  readonly response: HttpResponse | undefined;
}

/**
 * Sends with Node's own fetch instead of jsforce's transport (3.10), which retries by itself, follows redirects with the
 * access token, cannot be cancelled, does not bound the time of a whole answer, and ends the process with an unhandled
 * stream error when an answer breaks off.
 */
export function createExchange(options: { timeoutSeconds: number; signal: AbortSignal | undefined }): Exchange {
  let response: HttpResponse | undefined;

  async function send(request: HttpRequest): Promise<HttpResponse> {
    const timeout = AbortSignal.timeout(options.timeoutSeconds * 1000);
    const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
    try {
      const answer = await fetch(request.url, {
        method: request.method,
        headers: request.headers ?? {},
        redirect: 'manual',
        signal,
        ...(typeof request.body === 'string' ? { body: request.body } : {}),
      });
      const body = await answer.text();
      response = { statusCode: answer.status, headers: Object.fromEntries(answer.headers), body };
      return response;
    } catch (error) {
      options.signal?.throwIfAborted();
      throw toLostAnswer(error);
    }
  }

  return {
    httpRequest: (request) => Object.assign(send(request), { stream: () => new PassThrough() }),
    get response() {
      return response;
    },
  };
}
