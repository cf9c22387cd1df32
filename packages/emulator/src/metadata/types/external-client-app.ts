import type { z } from 'zod';
import { changeApp, partOfApp, removeApp, settingsOfSource, type AppChanges } from '../../oauth/metadata/change-app.ts';
import {
  externalClientAppSchema,
  globalSettingsChanges,
  globalSettingsSchema,
  oauthPoliciesChanges,
  oauthPoliciesSchema,
  oauthSettingsChanges,
  oauthSettingsSchema,
} from '../../oauth/metadata/read-external-client-app.ts';
import { defineMetadataType, type MetadataType } from '../metadata-type.ts';
import { parseXml } from '../parse-xml.ts';
import { appName } from './app-name.ts';

/**
 * A packaged app is one and the same in all orgs: its key, secret and callbacks are those of the org that made it, where
 * this host has that. Source: Metadata API guide, ExternalClientApplication; Salesforce Help, "Configure Packageable
 * External Client Apps".
 */
const application = defineMetadataType({
  name: 'ExternalClientApplication',
  suffix: 'eca',
  directory: 'externalClientApps',
  read: (component) => parseXml(component, 'ExternalClientApplication', externalClientAppSchema),
  save({ org, naming }, component, { label, orgScopedExternalApp }) {
    const fullName = appName(component.fullName, naming);
    changeApp(org, component, fullName, {
      ...(orgScopedExternalApp !== undefined && settingsOfSource(org, orgScopedExternalApp)),
      name: label ?? component.fullName,
      kind: 'externalClientApp',
      installed: true,
    });
    return fullName;
  },
  remove: removeApp,
});

interface AppPart<Schema extends z.ZodType<{ readonly externalClientApplication: string }>> {
  readonly name: string;
  readonly suffix: string;
  readonly directory: string;
  readonly schema: Schema;
  /** What it changes of the app that it names. */
  readonly changes: (xml: z.output<Schema>) => AppChanges;
}

/** A type whose components say something about an app. */
function defineAppPart<Schema extends z.ZodType<{ readonly externalClientApplication: string }>>({
  name,
  suffix,
  directory,
  schema,
  changes,
}: AppPart<Schema>): MetadataType {
  return defineMetadataType({
    name,
    suffix,
    directory,
    read: (component) => parseXml(component, name, schema),
    save({ org, naming }, component, xml) {
      const app = partOfApp(org, component, appName(xml.externalClientApplication, naming));
      changeApp(org, component, app, changes(xml));
      return appName(component.fullName, naming);
    },
  });
}

/** What the app may ask for. Source: Metadata API guide, ExtlClntAppOauthSettings. */
const oauthSettings = defineAppPart({
  name: 'ExtlClntAppOauthSettings',
  suffix: 'ecaOauth',
  directory: 'extlClntAppOauthSettings',
  schema: oauthSettingsSchema,
  changes: oauthSettingsChanges,
});

/** Keys, callbacks and switches of the developer's. Source: Metadata API guide, ExtlClntAppGlobalOauthSettings. */
const globalSettings = defineAppPart({
  name: 'ExtlClntAppGlobalOauthSettings',
  suffix: 'ecaGlblOauth',
  directory: 'extlClntAppGlobalOauthSets',
  schema: globalSettingsSchema,
  changes: globalSettingsChanges,
});

/** What the administrator decides. Source: Metadata API guide, ExtlClntAppOauthConfigurablePolicies. */
const oauthPolicies = defineAppPart({
  name: 'ExtlClntAppOauthConfigurablePolicies',
  suffix: 'ecaOauthPlcy',
  directory: 'extlClntAppOauthPolicies',
  schema: oauthPoliciesSchema,
  changes: oauthPoliciesChanges,
});

/** An external client app and its parts, in the order in which they are saved. */
export const externalClientAppTypes: readonly MetadataType[] = [
  application,
  oauthSettings,
  globalSettings,
  oauthPolicies,
];
