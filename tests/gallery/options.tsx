/** The gallery's page of the options, with the stylesheets of its entry point. */
import '../../assets/styles/tokens.css';
import '../../assets/styles/pages.css';
import '../../assets/public/highlights.chromium.css';
import '../../src/card/card.css';
import '../../src/options/options.css';
import { OptionsView } from '../../src/options/OptionsView.tsx';
import { NO_ACTIONS, show } from './show.ts';

show('options', ({ props }, wording) => (
  <OptionsView {...props} {...wording} actions={NO_ACTIONS} />
));
