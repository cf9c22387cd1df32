/** A difference between a recorded describe and this org's, and why it is meant. */
export interface MeantDifference {
  readonly path: string;
  readonly what: 'only recorded' | 'only here' | 'another value';
  readonly reason: string;
}

const ofRecordedOrg = 'a custom field of the recorded org';

/**
 * Every difference from the recorded describes, by object. One that is not listed fails the test, and one that is listed
 * and no longer there fails it, too. Beyond these, only child relationships to objects that this org does not have are
 * left out: a client may follow each one that is listed.
 */
export const meantDifferences: Readonly<Record<string, readonly MeantDifference[]>> = {
  Account: [
    { path: 'fields.Primary_Contact__c', what: 'only recorded', reason: ofRecordedOrg },
    { path: 'fields.ns__Description__c', what: 'only recorded', reason: ofRecordedOrg },
    { path: 'fields.History__c', what: 'only recorded', reason: ofRecordedOrg },
    { path: 'fields.ns__LinkedAccount__c', what: 'only recorded', reason: ofRecordedOrg },
  ],
  Case: [],
  Contact: [],
  Event: [
    {
      path: 'fields.WhatId.referenceTo',
      what: 'another value',
      reason: 'the recorded org had every industry cloud; here it names the objects of this org that have activities',
    },
    {
      path: 'fields.RecurrenceTimeZoneSidKey.picklistValues',
      what: 'another value',
      reason: 'labels name the offset of the day they were recorded on',
    },
  ],
  Lead: [],
  Opportunity: [],
  OpportunityContactRole: [],
};
