/** The gallery's page of the welcome, with the stylesheets of its entry point. */
import '../../assets/styles/tokens.css';
import '../../assets/styles/pages.css';
import '../../assets/public/highlights.chromium.css';
import '../../src/options/options.css';
import '../../src/welcome/welcome.css';
import { WelcomeView } from '../../src/welcome/WelcomeView.tsx';
import { NO_ACTIONS, show } from './show.ts';

show('welcome', ({ props }, wording) => (
  <WelcomeView {...props} {...wording} actions={NO_ACTIONS} />
));
