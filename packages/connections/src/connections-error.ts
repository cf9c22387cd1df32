/** Base of every failure of this package. Branch on `code`; messages are for people and may change. No token is ever in one. */
export abstract class ConnectionsError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
