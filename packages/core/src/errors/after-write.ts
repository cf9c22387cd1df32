import { ResponseUnexpectedError } from './api-errors.ts';

/** Reads what was asked for in the request that writes: that an answer cannot be read leaves unknown what was written. */
export function afterWrite<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ResponseUnexpectedError)) throw error;
    const remedy = 'Read the record to see whether it was written, and report it: the API has changed.';
    const { fixedBy, object, recordId, path, step, httpStatus, requestId, issues } = error;
    throw new ResponseUnexpectedError({
      fixedBy,
      object,
      recordId,
      path,
      step,
      httpStatus,
      requestId,
      issues,
      message: error.message.replace(error.remedy, remedy),
      remedy,
      outcome: 'unknown',
      cause: error,
    });
  }
}
