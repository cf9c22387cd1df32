import { changeApp, removeApp } from '../../oauth/metadata/change-app.ts';
import { connectedAppChanges, connectedAppSchema } from '../../oauth/metadata/read-connected-app.ts';
import { defineMetadataType } from '../metadata-type.ts';
import { parseXml } from '../parse-xml.ts';
import { appName } from './app-name.ts';

/** An app with OAuth can be logged in to from then on. Source: Metadata API guide, ConnectedApp. */
export const connectedApp = defineMetadataType({
  name: 'ConnectedApp',
  suffix: 'connectedApp',
  directory: 'connectedApps',
  read: (component) => parseXml(component, 'ConnectedApp', connectedAppSchema),
  save({ org, naming }, component, xml) {
    const fullName = appName(component.fullName, naming);
    const changes = connectedAppChanges(xml);
    if (changes) changeApp(org, component, fullName, changes);
    return fullName;
  },
  remove: removeApp,
});
