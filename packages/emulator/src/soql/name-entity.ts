import type { FieldDefinition, FieldType } from '../schema/object-definition.ts';

function nameEntityField(name: string, type: FieldType): [string, FieldDefinition] {
  const field: FieldDefinition = {
    name,
    label: name,
    type,
    custom: false,
    nillable: true,
    createable: false,
    updateable: false,
    defaultedOnCreate: false,
  };
  return [name.toLowerCase(), field];
}

/**
 * What can be read of a parent whose object is not known until run time (Who, What, an Owner that may be a queue): the
 * fields of the `Name` object. Source: Object Reference, Name; SOQL and SOSL Reference, Understanding Relationship
 * Fields and Polymorphic Fields.
 */
export const NAME_ENTITY_FIELDS: ReadonlyMap<string, FieldDefinition> = new Map([
  nameEntityField('Id', 'id'),
  nameEntityField('Name', 'string'),
  nameEntityField('Type', 'picklist'),
  nameEntityField('FirstName', 'string'),
  nameEntityField('LastName', 'string'),
  nameEntityField('Title', 'string'),
  nameEntityField('Email', 'email'),
  nameEntityField('Phone', 'phone'),
  nameEntityField('Username', 'string'),
  nameEntityField('Alias', 'string'),
  nameEntityField('IsActive', 'boolean'),
  nameEntityField('ProfileId', 'reference'),
  nameEntityField('UserRoleId', 'reference'),
]);
