import { register } from 'tsx/esm/api';

// Given to Node as `--import`: our sources then run as they are, in every thread. Importing `tsx` itself
// does so in the first thread only.
register();
