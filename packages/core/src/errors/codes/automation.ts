import type { CodeGroup } from './code-group.ts';
import { SETUP } from './setup-places.ts';

/** What the org's own code, flows, approvals and rules say to the record. */
export const AUTOMATION_CODES: readonly CodeGroup[] = [
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy:
      'Show the Salesforce administrator what Salesforce said: an Apex trigger of the org refused the record, or the connected user may not create one',
    setup: SETUP.apexTriggers,
    codes: `CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY SELF_REFERENCE_FROM_TRIGGER UNSUPPORTED_APEX_TRIGGER_OPERATION
      UNSUPPORTED_APEX_TRIGGER_OPERATON MAX_TRIGGERS_EXCEEDED`,
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Show the Salesforce administrator what Salesforce said: Apex code of the org failed',
    setup: SETUP.apexClasses,
    codes: 'APEX_ERROR APEX_FAILED CUSTOM_APEX_ERROR MIXED_DML_OPERATION WRONG_CONTROLLER_TYPE AURA_COMPILE_ERROR',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Show the Salesforce administrator what Salesforce said: a Visualforce page of the org does not compile',
    setup: SETUP.visualforce,
    codes: 'VF_COMPILE_ERROR',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Show the Salesforce administrator what Salesforce said: a flow or process of the org failed on the record',
    setup: SETUP.flowFailures,
    codes: `CANNOT_EXECUTE_FLOW_TRIGGER FLOW_EXCEPTION SELF_REFERENCE_FROM_FLOW MAX_DEPTH_IN_FLOW_EXECUTION
      PA_API_EXCEPTION PA_AXIS_FAULT PA_URI_SYNTAX_EXCEPTION SCREEN_POP_REQUIRED_INPUT_MISSING`,
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct the flow, orchestration or action that the org runs',
    setup: SETUP.flows,
    codes: `ORCHESTRATION_INVALID FAILED_ACTIVATION INVALID_ACTION_VERSION PALI_INVALID_ACTION_ID PALI_INVALID_ACTION_NAME
      PALI_INVALID_ACTION_TYPE PAL_INVALID_ASSISTANT_RECOMMENDATION_TYPE_ID PAL_INVALID_PARAMETERS
      PA_VISIBLE_ACTIONS_FILTER_ORDERING_EXCEPTION STXN_FULFILLMENT_NOT_INFLIGHT`,
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to let the connected user run flows',
    setup: SETUP.permissionSets,
    codes: 'PA_NO_ACCESS_EXCEPTION',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct the page layout or Lightning page that the action refers to',
    setup: SETUP.pageLayouts,
    codes: 'PAL_INVALID_FLEXIPAGE_ID PAL_INVALID_LAYOUT_ID',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: "Ask the Salesforce administrator to correct the object's quick action",
    setup: SETUP.quickActions,
    codes: `QUICK_ACTION_LIST_ITEM_NOT_ALLOWED QUICK_ACTION_LIST_NOT_ALLOWED QA_INVALID_CREATE_FEED_ITEM
      QA_INVALID_SUCCESS_MESSAGE CANNOT_DELETE_GLOBAL_ACTION_LIST`,
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to activate the rule, or to make it smaller',
    setup: SETUP.workflowRules,
    codes: `INACTIVE_RULE_ERROR MAX_RULES_EXCEEDED MAX_ACTIONS_PER_RULE_EXCEEDED MAX_ACTIVE_RULES_EXCEEDED
      MAX_FORMULAS_PER_RULE_EXCEEDED MAX_RULE_ENTRIES_EXCEEDED`,
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to reduce the rules of the territory model',
    setup: SETUP.territories,
    codes: 'MAX_TM_RULES_EXCEEDED MAX_TM_RULE_ITEMS_EXCEEDED',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Start or finish the approval in Salesforce: the record is in one already, or fits none',
    setup: SETUP.approvalProcesses,
    codes: 'ALREADY_IN_PROCESS NO_APPLICABLE_PROCESS',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to shorten the approval process',
    setup: SETUP.approvalProcesses,
    codes: 'MAX_APPROVAL_STEPS_EXCEEDED',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct the assignment rule: it names no one who can take the record',
    setup: SETUP.assignmentRules,
    codes: 'INVALID_ASSIGNMENT_RULE ASSIGNEE_TYPE_REQUIRED INVALID_ASSIGNEE_TYPE',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to set up business hours that cover the time',
    setup: SETUP.businessHours,
    codes: 'NO_BUSINESS_HOURS_FOUND ERROR_CALCULATING_EXPIRY_DATE',
  },
];
