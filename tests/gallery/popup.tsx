/** The gallery's page of the toolbar popup, with the stylesheets of its entry point. */
import '../../assets/styles/tokens.css';
import '../../assets/styles/pages.css';
import '../../src/card/card.css';
import '../../src/popup/popup.css';
import { PopupView } from '../../src/popup/PopupView.tsx';
import { NO_ACTIONS, show } from './show.ts';

show('popup', ({ props }, wording) => <PopupView {...props} {...wording} actions={NO_ACTIONS} />);
