import type { Envelope, EnvelopeCipher } from '@uman/encryption';

/** Which token pair of which connection. */
export interface TokenPlace {
  readonly connectionId: string;
  readonly generation: number;
}

/** Both tokens as columns of the connection's row, ready to be written. */
export interface SealedTokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** Seals tokens for the place they are kept in, so that none opens from another row, column or generation. */
export interface TokenVault {
  seal(place: TokenPlace, tokens: { accessToken: string; refreshToken: string }): Promise<SealedTokens>;
  /** @throws VaultError; the stored value is checked before use. */
  open(place: TokenPlace, kind: 'access-token' | 'refresh-token', sealed: Envelope | null): Promise<string>;
}

export function createTokenVault(cipher: EnvelopeCipher): TokenVault {
  const contextOf = ({ connectionId, generation }: TokenPlace, kind: string): string =>
    `connections/${connectionId}/${kind}/${generation}`;
  const sealText = async (text: string, context: string): Promise<string> =>
    JSON.stringify(await cipher.seal(Buffer.from(text, 'utf8'), context));

  return {
    async seal(place, { accessToken, refreshToken }) {
      return {
        access_token: await sealText(accessToken, contextOf(place, 'access-token')),
        refresh_token: await sealText(refreshToken, contextOf(place, 'refresh-token')),
      };
    },
    async open(place, kind, sealed) {
      return Buffer.from(await cipher.open(sealed, contextOf(place, kind))).toString('utf8');
    },
  };
}
