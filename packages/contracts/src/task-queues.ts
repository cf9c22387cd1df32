/** Where workers for writes poll. On the wire: never renamed. */
export const SALESFORCE_WRITES = 'salesforce-writes';
