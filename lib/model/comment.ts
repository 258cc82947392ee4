/** What a «Комментарий к документу» says, taken apart. Composed and parsed by lib/reference/comment. */
export interface CommentParts {
  /** Name of the document; '' when the comment does not name it. */
  readonly name: string;
  /** Pages in order: a single page is `[5, 5]`. */
  readonly pages: readonly (readonly [number, number])[];
  readonly login: string;
  readonly password: string;
  /** Other words needed to open it («доступ по запросу …»). */
  readonly access: string;
  /** How the position is shown on those pages. */
  readonly explanation: string;
}
