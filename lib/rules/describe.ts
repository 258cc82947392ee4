import { t } from '../i18n.ts';
import type { Finding } from '../model/finding.ts';
import { RULES } from './registry.ts';

/** A finding in words of the interface's language. */
export interface FindingText {
  /** What is seen: «В позиции 6 ссылок — примут не больше пяти». */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** «Не примут» or «Проверьте», by severity and verdict. */
  readonly verdictLabel: string;
  /** Document the rule comes from. */
  readonly source: string;
}

/** Where a rule comes from, as text; '' for an id that is not known. */
export function sourceOf(ruleId: string): string {
  const rule = RULES.find((one) => one.id === ruleId);
  return rule ? t(rule.source) : '';
}

/** The finding's texts; its fixes carry their own keys (`fix.label`). */
export function describeFinding(finding: Finding): FindingText {
  const verdict = finding.verdict === 'doubtful' ? 'doubtful' : finding.severity;
  return {
    what: t(`rules.${finding.rule}.${finding.variant ?? 'what'}`, finding.params),
    why: t(`rules.${finding.rule}.why`, finding.params),
    verdictLabel: t(`rules.verdicts.${verdict}`),
    source: sourceOf(finding.rule),
  };
}
