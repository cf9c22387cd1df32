import { describe, expect, it } from 'vitest';
import { parseApiFaults } from './api-fault.ts';
import type { Attempt } from './attempt.ts';
import { createSalesforceError, type FaultContext } from './create-salesforce-error.ts';

const create: Attempt = { verb: 'create', object: 'Contact', path: 'contact' };

function errorOf(body: unknown, context: Partial<FaultContext> = {}) {
  return createSalesforceError(parseApiFaults(body), { attempt: create, httpStatus: 400, ...context });
}

/** As recorded from an org with a duplicate rule on contacts, API version 50. */
function duplicatesDetected(key: 'duplicateResut' | 'duplicateResult') {
  return [
    {
      [key]: {
        allowSave: true,
        duplicateRule: 'Contacts_DR',
        duplicateRuleEntityType: 'Contact',
        errorMessage: "You're creating a duplicate record. We recommend you use an existing record instead.",
        matchResults: [
          {
            entityType: 'Contact',
            errors: [],
            matchEngine: 'ExactMatchEngine',
            matchRecords: [
              {
                additionalInformation: [],
                fieldDiffs: [],
                matchConfidence: 100,
                record: {
                  attributes: { type: 'Contact', url: '/services/data/v50.0/sobjects/Contact/0031i000013x2TEAAY' },
                  Id: '0031i000013x2TEAAY',
                },
              },
            ],
            rule: 'Contact_MR',
            size: 1,
            success: true,
          },
        ],
      },
      errorCode: 'DUPLICATES_DETECTED',
      message: "You're creating a duplicate record. We recommend you use an existing record instead.",
    },
  ];
}

describe('duplicates', () => {
  it.each(['duplicateResut', 'duplicateResult'] as const)('names the records that are there already (%s)', (key) => {
    expect(errorOf(duplicatesDetected(key))).toMatchObject({
      code: 'SALESFORCE_RECORD_DUPLICATE',
      matches: [{ id: '0031i000013x2TEAAY', object: 'Contact' }],
      duplicateRule: 'Contacts_DR',
      allowSave: true,
    });
  });

  it('names the record that holds a unique value, though Salesforce says so in words only', () => {
    const message = 'duplicate value found: Ext__c duplicates value on record with id: 0031i000013x2TE';

    expect(errorOf([{ message, errorCode: 'DUPLICATE_VALUE', fields: [] }])).toMatchObject({
      matches: [{ id: '0031i000013x2TEAAY', object: 'Contact' }],
      fields: ['Ext__c'],
      path: 'contact.fields.Ext__c',
    });
  });

  it('stays a duplicate where Salesforce gives no details', () => {
    const body = [{ statusCode: 'DUPLICATES_DETECTED', message: 'Use one of these records?', fields: [] }];

    expect(errorOf(body)).toMatchObject({ code: 'SALESFORCE_RECORD_DUPLICATE', matches: [] });
  });
});

describe('what it is about', () => {
  it('names every field of several errors', () => {
    const body = [
      { errorCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [LastName]', fields: ['LastName'] },
      { errorCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Code__c]', fields: ['Code__c'] },
    ];

    const error = errorOf(body);

    expect(error.fields).toEqual(['LastName', 'Code__c']);
    expect(error.path).toBe('contact.fields.LastName');
  });

  it('finds the unknown column in the text', () => {
    const body = [{ message: "No such column 'Nickname' on sobject of type Contact", errorCode: 'INVALID_FIELD' }];

    expect(errorOf(body)).toMatchObject({ code: 'SALESFORCE_REQUEST_INVALID', fields: ['Nickname'], fixedBy: 'admin' });
  });

  it('says that the object is missing when a record of it cannot be created', () => {
    const body = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];

    expect(errorOf(body, { httpStatus: 404 })).toMatchObject({
      code: 'SALESFORCE_REQUEST_INVALID',
      errorCode: 'NOT_FOUND',
    });
  });

  it('says that the record is missing when it is updated, and where its id came from', () => {
    const body = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];
    const attempt: Attempt = { ...create, verb: 'update', recordId: '0031i000013x2TEAAY', idPath: 'contact.id' };

    expect(errorOf(body, { httpStatus: 404, attempt })).toMatchObject({
      code: 'SALESFORCE_RECORD_NOT_FOUND',
      recordId: '0031i000013x2TEAAY',
      path: 'contact.id',
    });
  });

  it('tells the administrator to turn notes on', () => {
    const body = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];

    const error = errorOf(body, { attempt: { verb: 'create', object: 'ContentNote', path: 'note' } });

    expect(error).toMatchObject({ code: 'SALESFORCE_ACCESS_DENIED', fixedBy: 'admin' });
    expect(error.remedy).toContain('Enable Notes');
  });

  it('knows a refused note by its text, whatever the errorCode', () => {
    const message =
      "Note can't be saved because it contains HTML tags or unescaped characters that are not allowed in a Note.";
    const attempt: Attempt = { verb: 'create', object: 'ContentNote', path: 'note' };

    for (const errorCode of ['INVALID_FIELD', 'UNKNOWN_EXCEPTION', 'FIELD_INTEGRITY_EXCEPTION']) {
      expect(errorOf([{ message, errorCode }], { attempt, rolledBack: true })).toMatchObject({
        code: 'NOTE_HTML_NOT_ALLOWED',
        object: 'ContentNote',
        fields: ['Content'],
        outcome: 'notApplied',
      });
    }
  });
});

describe('what is known of the outcome', () => {
  const broken = [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred.' }];

  it('is nothing when the org breaks during a write', () => {
    expect(errorOf(broken, { httpStatus: 500 }).outcome).toBe('unknown');
  });

  it('is that nothing was applied when Salesforce says that it undid the request', () => {
    const error = errorOf(broken, { httpStatus: 500, rolledBack: true });

    expect(error).toMatchObject({ outcome: 'notApplied', retryable: true });
    expect(error.remedy).not.toContain('ledger');
  });

  it('is that nothing was applied when the org breaks during a read', () => {
    expect(errorOf(broken, { httpStatus: 500, attempt: { verb: 'query', object: 'Contact' } }).outcome).toBe(
      'notApplied',
    );
  });
});

describe('answers without an errorCode that is known', () => {
  it.each([
    [401, 'SALESFORCE_SESSION_EXPIRED', 'notApplied'],
    [403, 'SALESFORCE_ACCESS_DENIED', 'notApplied'],
    [404, 'SALESFORCE_RECORD_NOT_FOUND', 'notApplied'],
    [410, 'SALESFORCE_REQUEST_INVALID', 'notApplied'],
    [420, 'SALESFORCE_UNAVAILABLE', 'notApplied'],
    [429, 'SALESFORCE_REQUEST_LIMIT', 'notApplied'],
    [500, 'SALESFORCE_UNAVAILABLE', 'unknown'],
    [501, 'SALESFORCE_REQUEST_INVALID', 'notApplied'],
    [502, 'SALESFORCE_UNAVAILABLE', 'unknown'],
    [503, 'SALESFORCE_UNAVAILABLE', 'unknown'],
    [400, 'SALESFORCE_UNCLASSIFIED', 'unknown'],
  ])('%i is %s (%s)', (httpStatus, code, outcome) => {
    expect(errorOf('<html>', { httpStatus })).toMatchObject({ code, outcome, errorCode: undefined, httpStatus });
  });
});

describe('requests and sessions', () => {
  it('tells the daily limit from the concurrent one', () => {
    const limit = (message: string) => errorOf([{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message }], { httpStatus: 403 });

    expect(limit('TotalRequests Limit exceeded.')).toMatchObject({ code: 'SALESFORCE_REQUEST_LIMIT', limit: 'daily' });
    expect(limit('ConcurrentPerOrgLongTxn Limit exceeded.')).toMatchObject({ limit: 'concurrent' });
  });

  it.each(['This session is not valid for use with the REST API', 'Connected app is not attached to Agent'])(
    'takes a policy for a policy, not for an expired session: %s',
    (message) => {
      const error = errorOf([{ errorCode: 'INVALID_SESSION_ID', message }], { httpStatus: 401 });

      expect(error).toMatchObject({ code: 'SALESFORCE_ACCESS_DENIED', retryable: false, fixedBy: 'admin' });
    },
  );
});

describe('what may be shown', () => {
  it('keeps a value that Salesforce repeats out of the message, and out of what is logged', () => {
    const message = 'Secret Name Ltd: data value too large: Secret Name Ltd (max length=8)';

    const error = errorOf([{ errorCode: 'STRING_TOO_LONG', message, fields: ['LastName'] }]);

    expect(error.message).not.toContain('Secret');
    expect(JSON.stringify(error)).not.toContain('Secret');
    expect(error.salesforceMessage).toBe(message);
  });

  it('leaves out the query that Salesforce repeats', () => {
    const message =
      "\nFROM Account WHERE Nme = 'Secret'\n                   ^\nERROR at Row:1:Column:30\nNo such column 'Nme' on entity 'Account'.";

    const error = errorOf([{ errorCode: 'INVALID_FIELD', message }], { attempt: { verb: 'query', object: 'Account' } });

    expect(error.message).toContain("No such column 'Nme'");
    expect(error.message).not.toContain('Secret');
    expect(error.fields).toEqual(['Nme']);
  });

  it('leaves out the values that were sent, also where a rule of the org repeats them', () => {
    const message = "Ada Okafor's credit of 12500 is over the limit; Adalbert's is not.";

    const error = errorOf([{ errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, fields: [] }], {
      given: ['Ada', 'Okafor', 'Ada Okafor', '12500', 'it', '[a-z]+'],
    });

    expect(error.message).toContain("…'s credit of … is over the limit; Adalbert's is not.");
    expect(error.salesforceMessage).toBe(message);
  });

  it('names the field of a value of the wrong kind only where Salesforce does, and never the value', () => {
    const message =
      'Cannot deserialize instance of date from VALUE_STRING value Secret or request may be missing a required field at [line:1, column:16]';

    const error = errorOf([{ errorCode: 'JSON_PARSER_ERROR', message }]);

    expect(error).toMatchObject({ code: 'SALESFORCE_RECORD_INVALID', fixedBy: 'user', fields: [] });
    expect(error.message).not.toContain('Secret');
  });

  it("quotes the administrator's own words", () => {
    const message = 'A renewal needs a region.';

    expect(errorOf([{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields: [] }]).message).toContain(
      message,
    );
  });
});
