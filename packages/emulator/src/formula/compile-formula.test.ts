import { afterAll, describe, expect, it } from 'vitest';
import type { StoredRecord } from '../dml/stored-record.ts';
import { createOrg } from '../org/create-org.ts';
import { compileFormula } from './compile-formula.ts';
import { FormulaError } from './formula-error.ts';
import type { FormulaRun } from './formula-run.ts';
import type { FormulaPlace } from './formula-function.ts';

const { org, admin, close } = createOrg({
  clock: () => new Date('2026-11-24T03:30:15Z'),
  url: () => 'http://127.0.0.1:1',
  admin: { username: 'admin@uman.test', password: 'p' },
});
afterAll(close);

const deal: StoredRecord = {
  Id: '006xx000001Sv6tAAC',
  Name: 'Acme',
  Amount: 250,
  Probability: 20,
  StageName: 'Prospecting',
  CloseDate: '2026-02-28',
  CreatedDate: '2026-02-27T23:30:00.000Z',
  IsClosed: 0,
  OwnerId: admin.id,
};

function compute(
  formula: string,
  run: Partial<FormulaRun> & { place?: FormulaPlace; blankAsZero?: boolean } = {},
): unknown {
  const { place = 'validation rule', blankAsZero = false, ...given } = run;
  const object = org.schema.object('Opportunity');
  if (!object) throw new Error('There is no Opportunity.');
  const compiled = compileFormula(formula, { org, object, place, blankAsZero, namespace: null });
  return compiled.evaluate({ org, userId: admin.id, record: deal, prior: undefined, isNew: false, ...given });
}

describe('a formula', () => {
  it.each([
    ['1 - 2 - 3', -4],
    ['2 + 3 * 4', 14],
    ['2 ^ 3 ^ 2', 64],
    ['2 * 3 ^ 2', 36],
    ['-(1 + 2) * 2', -6],
    ['0.1 + 0.2 = 0.3', true],
    ['1 < 2 = TRUE', true],
    ['FALSE && FALSE || TRUE', true],
    ['TRUE || FALSE && FALSE', true],
    ['!TRUE || TRUE', true],
    ['NOT(TRUE) = FALSE', true],
    ['"a" & "b" = "ab"', true],
    ["\"it\\\"s\" + ' \\'fine\\''", `it"s 'fine'`],
    ['/* why */ 1 /* not */ + 1', 2],
    ['IF(Amount > 100, "big", "small")', 'big'],
    ['CASE(StageName, "Closed Won", 3, "Prospecting", 1, 0)', 1],
    ['CASE(Amount, 100, "a", 250, "b", "c")', 'b'],
    ['TEXT(StageName) & " " & TEXT(Amount)', 'Prospecting 250'],
    ['ISPICKVAL(StageName, "Prospecting")', true],
    ['Probability * Amount', 50],
    ['CloseDate - DATE(2026, 2, 1)', 27],
    ['CloseDate + 1.5', Date.UTC(2026, 2, 1) / 86_400_000],
    ['TEXT(ADDMONTHS(CloseDate, 1))', '2026-03-31'],
    ['YEAR(CloseDate) * 100 + MONTH(CloseDate)', 202602],
    ['WEEKDAY(CloseDate)', 7],
    ['TEXT(CreatedDate)', '2026-02-27 23:30:00Z'],
    ['TEXT(DATEVALUE(CreatedDate))', '2026-02-27'],
    ['TEXT(TODAY())', '2026-11-23'],
    ['TEXT(NOW())', '2026-11-24 03:30:15Z'],
    ['LEN(Name) + FIND("m", Name) + FIND("x", Name)', 7],
    ['LEFT("abc", 2) & RIGHT("abc", 2) & MID("abc", 2, 5)', 'abbcbc'],
    ['LPAD("7", 3, "0") & RPAD("ab", 1) & SUBSTITUTE("a.b.c", ".", "$&")', '007aa$&b$&c'],
    ['REGEX("123-45-6789", "[0-9]{3}-[0-9]{2}-[0-9]{4}")', true],
    ['REGEX("x123", "\\\\d+")', false],
    ['CONTAINS(Name, "cm") && BEGINS(Name, "Ac") && NOT(CONTAINS(Name, "CM"))', true],
    ['ROUND(2.5, 0) + ROUND(-2.5, 0) + ROUND(1.005, 2)', 1.01],
    ['CEILING(-2.5) - MCEILING(-2.5)', -1],
    ['FLOOR(-2.5) - MFLOOR(-2.5)', 1],
    ['MOD(-3, 2)', -1],
    ['MAX(1, 3, 2) - MIN(1, 3, 2)', 2],
    ['VALUE("12.50") + 1', 13.5],
    ['ISNUMBER("1e3") && NOT(ISNUMBER("")) && NOT(ISNUMBER("x"))', true],
    ['LEN(Id) - LEN(CASESAFEID(Id))', -3],
    ['$User.Id = OwnerId', true],
    ['$Profile.Name', 'System Administrator'],
    ['$Organization.Id <> NULL', true],
    ['Owner.Username = $User.Username', true],
  ])('computes %s', (formula, expected) => {
    expect(compute(formula)).toBe(expected);
  });

  it.each([
    ['Amount > 100', null],
    ['NOT(Amount > 100)', null],
    ['AND(Amount > 100, TRUE)', false],
    ['OR(Amount > 100, TRUE)', true],
    ['IF(Amount > 100, 1, 2)', 2],
    ['Amount + 1', null],
    ['ISBLANK(Amount)', true],
    ['ISNULL(Name)', false],
    ['ISBLANK(Name) && Name = ""', true],
    ['Name & "x"', 'x'],
    ['LEN(Name)', 0],
    ['CONTAINS(Name, "x")', null],
    ['CONTAINS(Name, "")', true],
    ['NOT(REGEX(Name, "[0-9]+"))', true],
    ['BLANKVALUE(Amount, 7)', 7],
    ['NULLVALUE(Name, "x")', null],
    ['ISPICKVAL(StageName, "")', true],
    ['CASE(StageName, "", "none", "some")', 'none'],
    ['Account.Name', null],
    ['IsClosed', false],
  ])('takes a blank as Salesforce does: %s', (formula, expected) => {
    expect(compute(formula, { record: {} })).toBe(expected);
  });

  it('takes blank numbers as 0 where it is told to', () => {
    expect(compute('Amount + 1', { record: {}, blankAsZero: true })).toBe(1);
    expect(compute('ISBLANK(Amount)', { record: {}, blankAsZero: true })).toBe(false);
  });

  it('knows what the record was before', () => {
    const prior = { ...deal, Amount: 300, StageName: 'Qualification' };

    expect(compute('PRIORVALUE(Amount) - Amount', { prior })).toBe(50);
    expect(compute('ISCHANGED(Amount) && NOT(ISCHANGED(Name)) && NOT(ISNEW())', { prior })).toBe(true);
    expect(compute('ISPICKVAL(PRIORVALUE(StageName), "Qualification")', { prior })).toBe(true);
    expect(compute('OR(ISCHANGED(Amount), PRIORVALUE(Amount) <> Amount, NOT(ISNEW()))', { isNew: true })).toBe(false);
  });

  it.each([
    ['1 +', 'Syntax error. Found end of formula'],
    ['(1', "Syntax error. Missing ')'"],
    ['1 2', "Syntax error. Extra '2'"],
    ['AND(TRUE FALSE)', "Syntax error. Missing ')'"],
    ['1 # 2', "Syntax error. Found '#'"],
    ['Nothing__c = 1', 'Field Nothing__c does not exist. Check spelling.'],
    ['Account.Nothing__c = 1', 'Field Account.Nothing__c does not exist. Check spelling.'],
    ['FOO(1)', 'Unknown function FOO. Check spelling.'],
    ['VLOOKUP(Amount, Amount, 1)', 'the formula function VLOOKUP is not emulated'],
    ['$Permission.X', 'the formula field $Permission.X is not emulated'],
    [
      'StageName = "x"',
      'Field StageName is a picklist field. Picklist fields are only supported in certain functions.',
    ],
    ['AND(1, TRUE)', "Incorrect parameter type for function 'AND()'. Expected Boolean, received Number"],
    ['Name + 1', "Incorrect parameter type for operator '+'. Expected Text, received Number"],
    ['NOW() - TODAY() > 0', "Incorrect parameter type for operator '-'"],
    ['Name = 1', "Incorrect parameter type for operator '='. Expected Text, received Number"],
    ['LEFT(Name)', "Incorrect number of parameters for function 'LEFT()'. Expected 2, received 1"],
    ['REGEX(Name, "(?i)x")', 'the pattern (?i)x of REGEX is not emulated'],
    ['ISCHANGED(Account.Name)', "Incorrect parameter type for function 'ISCHANGED()'"],
  ])('refuses %s', (formula, problem) => {
    expect(() => compute(formula)).toThrow(FormulaError);
    expect(() => compute(formula)).toThrow(problem);
  });

  it('may not look at a write where nothing is written', () => {
    expect(() => compute('ISNEW()', { place: 'formula field' })).toThrow('may not be used in this type of formula');
  });

  it.each(['1 / (Amount - 250)', 'VALUE("x")', 'SQRT(-1)'])('does not guess what %s makes', (formula) => {
    expect(() => compute(formula)).toThrow('NOT_EMULATED');
  });
});
