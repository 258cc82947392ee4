/**
 * Who may log in. The shapes of the logins are those of the organisers' slides: `regRR_mmu_MM` a municipality,
 * `regRR_mmu` a region's МУМ coordinator (always expert no. 3), `regRR_rmu` the region's РУМ.
 * `regRR_expN` is the stand-in's own: experts' logins are not in the slides.
 */
export interface Account {
  readonly login: string;
  readonly role: 'municipality' | 'coordinator' | 'region' | 'expert';
  /** Two digits. */
  readonly region: string;
  /** Name shown in the header. */
  readonly title: string;
}

const LOGIN = /^reg(\d\d)_(?:(mmu)_(\d\d)|(mmu)|(rmu)|exp(\d))$/;

/** Reads a login; null when it has none of the known shapes. */
export function parseLogin(login: string): Account | null {
  const found = LOGIN.exec(login);
  if (!found) return null;
  const region = found[1] as string;
  if (found[2])
    return { login, region, role: 'municipality', title: `Муниципалитет ${found[3]}, регион ${region}` };
  if (found[4]) return { login, region, role: 'coordinator', title: `Координатор МУМ, регион ${region}` };
  if (found[5]) return { login, region, role: 'region', title: `Регион ${region}` };
  return { login, region, role: 'expert', title: `Эксперт № ${found[6]}, регион ${region}` };
}

/** True when the account sees a filled form read-only, with fields for points and notes. */
export function reviews(account: Account): boolean {
  return account.role === 'expert' || account.role === 'coordinator';
}

/** Whose form an account opens: its own, or for those who review the municipality asked for (01 by default). */
export function ownerOf(account: Account, asked: string | null): string {
  if (!reviews(account)) return account.login;
  const wanted = asked === null ? null : parseLogin(asked);
  if (wanted?.role === 'municipality' && wanted.region === account.region) return wanted.login;
  return `reg${account.region}_mmu_01`;
}
