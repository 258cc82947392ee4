import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';

interface SecretsProps {
  state: 'session' | 'unlocked' | 'locked';
  /** What went wrong with the last try, already a sentence. */
  error: string | null;
  busy: boolean;
  onProtect: (passphrase: string) => void;
  onUnlock: (passphrase: string) => void;
  onLock: () => void;
  onForget: () => void;
}

/** Shorter passphrases are guessed on a home computer, whatever the key derivation. */
const SHORTEST = 10;

/** How logins and passwords are kept: for the session, or encrypted with a passphrase. */
export function Secrets({ state, error, busy, onProtect, onUnlock, onLock, onForget }: SecretsProps) {
  const [phrase, setPhrase] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const short = state !== 'locked' && phrase.length < SHORTEST;
  const differ = state !== 'locked' && phrase !== again;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (state === 'locked') onUnlock(phrase);
    else if (!short && !differ) onProtect(phrase);
    setPhrase('');
    setAgain('');
  };
  return (
    <section class="stack" aria-label={t('library.secrets.title')}>
      <h2 tabIndex={-1}>{t('library.secrets.title')}</h2>
      <p>{t(`library.secrets.${state}`)}</p>
      <form class="stack" onSubmit={submit}>
        <TextField
          label={t('library.secrets.phrase')}
          type="password"
          value={phrase}
          onValue={setPhrase}
          {...(state === 'locked' ? {} : { hint: t('library.secrets.phraseHint', { n: SHORTEST }) })}
          {...(error === null ? {} : { error })}
        />
        {state !== 'locked' && (
          <TextField
            label={t('library.secrets.again')}
            type="password"
            value={again}
            onValue={setAgain}
            {...(again !== '' && differ ? { error: t('library.secrets.differ') } : {})}
          />
        )}
        <span class="row">
          <button
            type="submit"
            class="button button-primary"
            disabled={busy || phrase === '' || (state !== 'locked' && (short || differ))}
          >
            {t(`library.secrets.do.${state}`)}
          </button>
          {state === 'unlocked' && <Button onClick={onLock}>{t('library.secrets.lock')}</Button>}
        </span>
      </form>
      <Button look="link" onClick={() => (asked ? onForget() : setAsked(true))}>
        {t(asked ? 'library.secrets.forgetSure' : 'library.secrets.forget')}
      </Button>
    </section>
  );
}
