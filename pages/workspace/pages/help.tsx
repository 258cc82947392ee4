import { Help } from '../../../components/workspace/help.tsx';

/** The page «Справка»: the guide in short, and where to ask. */
export default function HelpPage() {
  return <Help />;
}
