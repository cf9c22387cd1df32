import type { Envelope } from '@uman/encryption';
import type { JSONColumnType } from 'kysely';
import type { ConnectionStatus, ReauthorizationReason } from '../connection.ts';

/** The Postgres schema that everything of ours lives in. */
export const SCHEMA = 'uman_connections';

/** Sealed JSON: an envelope when read, its text when written. */
type SealedColumn = JSONColumnType<Envelope | null, string | null, string | null>;

/** One connected user. The row's lock is what makes refreshes happen one at a time. */
export interface ConnectionsTable {
  id: string;
  customer_id: string;
  org_id: string;
  user_id: string;
  username: string;
  instance_url: string;
  login_url: string;
  status: ConnectionStatus;
  status_reason: ReauthorizationReason | null;
  status_detail: string | null;
  /** Counts the token pairs of this connection; part of what the envelopes are bound to. */
  generation: number;
  access_token: SealedColumn;
  refresh_token: SealedColumn;
  created_at: Date;
  updated_at: Date;
}

/** A browser journey that has begun. */
export interface ConnectFlowsTable {
  /** SHA-256 of the state, hexadecimal: what a reader of the table learns cannot finish a flow. */
  state_hash: string;
  customer_id: string;
  login_url: string;
  reconnect: string | null;
  /** PKCE verifier and nonce, sealed; emptied when the flow is used. */
  secrets: SealedColumn;
  expires_at: Date;
  used_at: Date | null;
}

/**
 * The write-ahead marker of refreshes: a row says that the refresh token of this generation is about to be, or was, sent.
 * It goes away with the commit that stores the answer.
 */
export interface RefreshAttemptsTable {
  connection_id: string;
  generation: number;
  /** How often the refresh token of this generation was sent. */
  attempts: number;
  started_at: Date;
  /** How the latest attempt failed. Null while a process is at it, and for ever if that process died. */
  failed_as: 'unavailable' | 'rejected' | null;
  /** Whether any of the attempts may have spent the refresh token. */
  answer_lost: boolean;
}

export interface ConnectionsSchema {
  connections: ConnectionsTable;
  connect_flows: ConnectFlowsTable;
  refresh_attempts: RefreshAttemptsTable;
}
