import { useFollowing } from './use-following.ts';
import { useWatchingRun } from './use-watching-run.ts';

/** Hears of runs for the whole designer; it shows nothing, so that news draws nothing else again. */
export function RunWatcher() {
  useWatchingRun();
  useFollowing();
  return null;
}
