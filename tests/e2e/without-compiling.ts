/**
 * To be imported before anything with schemas: what DevTools runs may compile code, and what runs later in the
 * page of the extension may not, so that zod would be taken in.
 */
import { z } from 'zod';

z.config({ jitless: true });
