import { one } from '../example.ts';
import { focus, rowFinding } from '../finding.ts';
import { linked, opens } from '../look.ts';
import type { PositionRule, RuleExamples } from '../types.ts';

/** Pages whose address says that a login comes first, or that only their owner sees them. */
const LOGIN =
  /\/(?:log[io]n|signin|sign-in|auth|authorize|oauth2?|sso|account\/login|user\/login|vhod|private|closed|lk)(?:[/.?]|$)/i;
/** Words by which a comment says that nothing is needed, or how to get in. */
const TOLD =
  /парол|логин|код доступа|открыт\S{0,4} доступ|доступ (?:открыт|свободн|по ссылке)|авториз|войти|вход/i;

/** A document in closed access whose comment gives neither login and password nor other words on how to open it. */
export const rule: PositionRule = {
  id: 'closed-access',
  severity: 'error',
  scope: 'position',
  source: 'rules.sources.materials',
  check(position, context) {
    return linked(position).flatMap((look) => {
      if (opens(look.parts) || !look.address.ok || TOLD.test(look.row.comment.slice(0, 5000))) return [];
      const access = context.facts(look.key)?.access ?? 'open';
      const detail = { fixes: [focus(look, 'comment')], subject: `${look.row.url} ${look.row.comment}` };
      if (access !== 'open')
        return [
          rowFinding('closed-access', ['error', 'wrong'], position, look, 'comment', {
            ...detail,
            variant: access,
          }),
        ];
      if (look.kind.signs[0] === 'owner')
        return [
          rowFinding('closed-access', ['error', 'doubtful'], position, look, 'url', {
            variant: 'owner',
            fixes: [focus(look, 'url')],
          }),
        ];
      if (look.kind.kind !== 'file' && look.kind.kind !== 'document' && LOGIN.test(look.address.url.pathname))
        return [
          rowFinding('closed-access', ['error', 'doubtful'], position, look, 'comment', {
            ...detail,
            variant: 'login-page',
          }),
        ];
      return [];
    });
  },
};

const closed = {
  facts: () => ({ title: '', pageCount: null, access: 'password' as const, directions: [], sameAddress: 1 }),
};

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    one('library says closed', [['https://uo.example.ru/a.pdf', 'Приказ, с. 3']], closed),
    one('the owner’s own view of a cloud', [['https://disk.yandex.ru/client/disk/МУМ', 'Приказ, с. 3']]),
    one('a login page', [['https://uo.example.ru/auth/login?back=12', 'Приказ, с. 3']]),
  ],
  fine: [
    one(
      'password given',
      [['https://uo.example.ru/a.pdf', 'Приказ, с. 3; логин: mum, пароль: 12 34']],
      closed,
    ),
    one('open file', [['https://uo.example.ru/a.pdf', 'Приказ, с. 3']]),
    one('a public folder', [['https://disk.yandex.ru/d/AbCdEf123', 'Приказ, с. 3']]),
  ],
});
