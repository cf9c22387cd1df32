import type { ObjectDefinition } from '../schema/object-definition.ts';
import type { LayoutItem, LayoutSection, PageLayout } from './page-layout.ts';

/** Fields left and right, `!` before required ones. */
interface Sketch {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly addresses?: readonly string[];
}

/**
 * What new orgs have. Source for Account: create defaults of a Developer Edition org, recorded by lwc-recipes; Contact and
 * Opportunity are not verified.
 */
const SKETCHES: Readonly<Record<string, Sketch>> = {
  Account: {
    left: ['OwnerId', '!Name', 'ParentId', 'AccountNumber', 'Site', 'Type', 'Industry', 'AnnualRevenue'],
    right: ['Rating', 'Phone', 'Fax', 'Website', 'TickerSymbol', 'Ownership', 'NumberOfEmployees', 'Sic'],
    addresses: ['BillingAddress', 'ShippingAddress'],
  },
  Contact: {
    left: ['OwnerId', '!Name', 'AccountId', 'Title', 'Department', 'Birthdate', 'ReportsToId', 'LeadSource'],
    right: ['Phone', 'HomePhone', 'MobilePhone', 'OtherPhone', 'Fax', 'Email', 'AssistantName', 'AssistantPhone'],
    addresses: ['MailingAddress', 'OtherAddress'],
  },
  Opportunity: {
    left: ['OwnerId', 'IsPrivate', '!Name', 'AccountId', 'Type', 'LeadSource'],
    right: ['Amount', 'ExpectedRevenue', '!CloseDate', 'NextStep', '!StageName', 'Probability'],
  },
};

/**
 * The layout of an object that none was deployed for: of custom objects the name, the owner and the fields that must have
 * a value; of other standard objects every field that can be written (both not verified).
 */
export function defaultLayout(object: ObjectDefinition): PageLayout {
  const { left, right, addresses = [] } = SKETCHES[object.name] ?? sketchOf(object);
  const two = (heading: string, columns: readonly (readonly string[])[]): LayoutSection => ({
    heading,
    tabOrder: 'TopDown',
    editHeading: true,
    detailHeading: true,
    columns: columns.map((column) => column.flatMap((name) => toItem(object, name))),
  });
  const sections = [
    two(object.custom ? 'Information' : `${object.label} Information`, [left, right]),
    two('Address Information', [addresses.slice(0, 1), addresses.slice(1)]),
    two('Description Information', [object.custom ? [] : ['Description']]),
    two('System Information', [['CreatedById'], ['LastModifiedById']]),
  ];
  return {
    object: object.name,
    name: `${object.label} Layout`,
    sections: sections.filter(({ columns }) => columns.some((column) => column.length > 0)),
  };
}

function sketchOf(object: ObjectDefinition): Sketch {
  const fields = [...object.fields.values()].filter(
    ({ name, createable, nillable, defaultedOnCreate, compoundFieldName }) =>
      createable && !compoundFieldName && (object.custom ? !nillable && !defaultedOnCreate : name !== 'Description'),
  );
  const named = ['Name', 'OwnerId'].filter((name) => object.fields.has(name));
  const names = [...new Set([...named, ...fields.map(({ name }) => name)])];
  const half = Math.ceil(names.length / 2);
  return { left: names.slice(0, half), right: names.slice(half) };
}

function toItem(object: ObjectDefinition, written: string): LayoutItem[] {
  const field = written.replace('!', '');
  const definition = object.fields.get(field);
  if (!definition) return [];
  const mustHave = written.startsWith('!') || (!definition.nillable && !definition.defaultedOnCreate);
  const isWritten = definition.createable || definition.type === 'address' || definition.nameField;
  return [{ kind: 'field', field, behavior: !isWritten ? 'Readonly' : mustHave ? 'Required' : 'Edit' }];
}
