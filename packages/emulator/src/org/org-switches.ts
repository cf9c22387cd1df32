import type { OrgSettings } from './org-settings.ts';

/**
 * What an org may do in more than one way: where no public source says which one Salesforce does, where Salesforce
 * promises neither, or where an administrator decides.
 */
export interface SwitchValues {
  /**
   * What the REST API answers a user who has not the permission API Enabled. Public reports have both; the first is what
   * the SOAP API says as well.
   *
   * @default 'API_CURRENTLY_DISABLED'
   */
  readonly apiNotEnabled: 'API_CURRENTLY_DISABLED' | 'API_DISABLED_FOR_ORG';
  /**
   * Setup → Session Settings → Enforce login IP ranges on every request: where the login IP ranges of profiles are looked at.
   *
   * @default 'login'
   */
  readonly loginIpRanges: 'login' | 'everyRequest';
  /**
   * Whether a graph takes ContentNote, ContentVersion and ContentDocumentLink. No source shows one that does; nothing in
   * the documentation excludes it. How a real org would refuse them is not known either.
   *
   * @default 'accepted'
   */
  readonly contentInGraph: 'accepted' | 'refused';
  /**
   * In which order a composite with `collateSubrequests` runs: as it was sent, or with later creates of one object moved
   * up to its first one, as far as their references allow. Salesforce may do the second.
   *
   * @default 'asSent'
   */
  readonly collation: 'asSent' | 'reordered';
  /**
   * Setup → OAuth and OpenID Connect Settings → Allow OAuth Username-Password Flows. Blocked in orgs since Summer '23.
   *
   * @default 'blocked'
   */
  readonly usernamePasswordFlow: 'blocked' | 'allowed';
  /**
   * Setup → User Interface → Enable SOAP API login(). Blocked in orgs since Winter '26; there is none since API 65.0.
   *
   * @default 'blocked'
   */
  readonly soapApiLogin: 'blocked' | 'allowed';
}

export interface OrgSwitches {
  get<Name extends keyof SwitchValues>(name: Name): SwitchValues[Name];
  set(values: Partial<SwitchValues>): void;
}

const DEFAULTS: SwitchValues = {
  apiNotEnabled: 'API_CURRENTLY_DISABLED',
  loginIpRanges: 'login',
  contentInGraph: 'accepted',
  collation: 'asSent',
  usernamePasswordFlow: 'blocked',
  soapApiLogin: 'blocked',
};

/** Kept in the org's database, and in memory, since requests ask for them again and again. */
export function createOrgSwitches(settings: OrgSettings): OrgSwitches {
  const kept = new Map<string, string>();
  return {
    get<Name extends keyof SwitchValues>(name: Name): SwitchValues[Name] {
      const value = kept.get(name) ?? settings.get(`switch.${name}`) ?? DEFAULTS[name];
      kept.set(name, value);
      return value as SwitchValues[Name];
    },
    set(values) {
      for (const [name, value] of Object.entries(values)) {
        settings.set(`switch.${name}`, value);
        kept.set(name, value);
      }
    },
  };
}
