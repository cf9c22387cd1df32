/**
 * Kinds of metadata, by the suffix of their files, that a source may hold although they have no effect here: they change
 * pages, texts and apps, not data. What is neither here nor installed is refused.
 */
export const acceptedKinds: ReadonlySet<string> = new Set([
  'app', // CustomApplication
  'compactLayout',
  'connectedApp',
  'eca', // ExternalClientApplication
  'ecaGlblOauth', // ExtlClntAppGlobalOauthSettings
  'ecaOauth', // ExtlClntAppOauthSettings
  'ecaOauthPlcy', // ExtlClntAppOauthConfigurablePolicies
  'ecaOauthSecurity', // ExtlClntAppOauthSecuritySettings
  'ecaPlcy', // ExtlClntAppConfigurablePolicies
  'fieldSet',
  'fieldTranslation',
  'flexipage',
  'labels', // CustomLabels
  'layout',
  'listView',
  'objectTranslation',
  'quickAction',
  'tab', // CustomTab
  'translation',
  'webLink',
]);
