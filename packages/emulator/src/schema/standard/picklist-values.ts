/** Source: describes of Account, Contact and Opportunity recorded by CumulusCI. */
export const leadSourceValues = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'] as const;

/** Source: describes of Account and Contact recorded by CumulusCI. */
export const cleanStatusValues = [
  'Matched=In Sync',
  'Different',
  'Acknowledged=Reviewed',
  'NotFound=Not Found',
  'Inactive',
  'Pending=Not Compared',
  'SelectMatch=Select Match',
  'Skipped',
] as const;

/** Value and label. Source: describe of Opportunity recorded by CumulusCI. */
export const forecastCategoryValues = [
  'Omitted',
  'Pipeline',
  'BestCase=Best Case',
  'MostLikely=Most Likely',
  'Forecast=Commit',
  'Closed',
] as const;

/** Source: describes of Account and Lead recorded by CumulusCI. */
export const industryValues = [
  'Agriculture',
  'Apparel',
  'Banking',
  'Biotechnology',
  'Chemicals',
  'Communications',
  'Construction',
  'Consulting',
  'Education',
  'Electronics',
  'Energy',
  'Engineering',
  'Entertainment',
  'Environmental',
  'Finance',
  'Food & Beverage',
  'Government',
  'Healthcare',
  'Hospitality',
  'Insurance',
  'Machinery',
  'Manufacturing',
  'Media',
  'Not For Profit',
  'Recreation',
  'Retail',
  'Shipping',
  'Technology',
  'Telecommunications',
  'Transportation',
  'Utilities',
  'Other',
] as const;
