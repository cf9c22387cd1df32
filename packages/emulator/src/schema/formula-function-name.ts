/** The SQL function that formula fields are computed with; the org gives it to its database. */
export const FORMULA_FUNCTION = 'formula_field';
