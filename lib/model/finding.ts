/** What a rule found: plain data, no text. Texts come from locales by rule id (`lib/rules/describe`). */

/** error: will not be assessed or breaks a requirement; warning: points are (likely) taken off; advice: worth a look. */
export type Severity = 'error' | 'warning' | 'advice';

/** How sure: `wrong` can be told for certain, `doubtful` asks the user to check («проверьте»). */
export type Verdict = 'wrong' | 'doubtful';

export type FieldRole = 'url' | 'comment';

/** What can be done about a finding with one click. `label` is a locale key. */
export type Fix =
  | { kind: 'set'; label: string; rowId: string; field: FieldRole; value: string }
  | { kind: 'set-many'; label: string; values: readonly { rowId: string; field: FieldRole; value: string }[] }
  /** Ask the user for pages («с. 3–5») and put them into the comment. */
  | { kind: 'ask-pages'; label: string; rowId: string }
  /** Ask for the document's name and put it into the comment. */
  | { kind: 'ask-name'; label: string; rowId: string }
  /** Move to the field; nothing is written. */
  | { kind: 'focus'; label: string; rowId: string; field: FieldRole };

export interface Finding {
  /** Rule id from domain.md, e.g. `news-link`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly verdict: Verdict;
  readonly positionId: string;
  /** null: the finding is about the position as a whole. */
  readonly rowId: string | null;
  readonly field: FieldRole | null;
  /** Variant of the message: locale key `rules.<id>.<variant>`; default `what`. */
  readonly variant?: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fixes: readonly Fix[];
  /** The value the finding speaks about: a dismissal holds only as long as this stays the same. */
  readonly subject: string;
}

/** «Не замечание, потому что …»: kept by position, rule and the value it was said about. */
export interface Dismissal {
  readonly rule: string;
  readonly positionId: string;
  readonly rowIndex: number | null;
  readonly subject: string;
  readonly reason: string;
  readonly at: string;
}
