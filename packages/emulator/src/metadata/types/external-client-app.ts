import { changeApp, partOfApp, removeApp, settingsOfSource } from '../../oauth/metadata/change-app.ts';
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

/** What the app may ask for. Source: Metadata API guide, ExtlClntAppOauthSettings. */
const oauthSettings = defineMetadataType({
  name: 'ExtlClntAppOauthSettings',
  suffix: 'ecaOauth',
  directory: 'extlClntAppOauthSettings',
  read: (component) => parseXml(component, 'ExtlClntAppOauthSettings', oauthSettingsSchema),
  save({ org, naming }, component, xml) {
    const app = partOfApp(org, component, appName(xml.externalClientApplication, naming));
    changeApp(org, component, app, oauthSettingsChanges(xml));
    return appName(component.fullName, naming);
  },
});

/** Keys, callbacks and switches of the developer's. Source: Metadata API guide, ExtlClntAppGlobalOauthSettings. */
const globalSettings = defineMetadataType({
  name: 'ExtlClntAppGlobalOauthSettings',
  suffix: 'ecaGlblOauth',
  directory: 'extlClntAppGlobalOauthSets',
  read: (component) => parseXml(component, 'ExtlClntAppGlobalOauthSettings', globalSettingsSchema),
  save({ org, naming }, component, xml) {
    const app = partOfApp(org, component, appName(xml.externalClientApplication, naming));
    changeApp(org, component, app, globalSettingsChanges(xml));
    return appName(component.fullName, naming);
  },
});

/** What the administrator decides. Source: Metadata API guide, ExtlClntAppOauthConfigurablePolicies. */
const oauthPolicies = defineMetadataType({
  name: 'ExtlClntAppOauthConfigurablePolicies',
  suffix: 'ecaOauthPlcy',
  directory: 'extlClntAppOauthPolicies',
  read: (component) => parseXml(component, 'ExtlClntAppOauthConfigurablePolicies', oauthPoliciesSchema),
  save({ org, naming }, component, xml) {
    const app = partOfApp(org, component, appName(xml.externalClientApplication, naming));
    changeApp(org, component, app, oauthPoliciesChanges(xml));
    return appName(component.fullName, naming);
  },
});

/** An external client app and its parts, in the order in which they are saved. */
export const externalClientAppTypes: readonly MetadataType[] = [
  application,
  oauthSettings,
  globalSettings,
  oauthPolicies,
];
