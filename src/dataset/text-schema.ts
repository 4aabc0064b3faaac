/** The small pieces that all schemas of this room are made of. */
import { z } from 'zod';

/** Text that is not empty. */
export const line = z.string().trim().min(1);

/** Lower-case words joined by hyphens. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
