export { ActivityList } from "./ActivityList";
export { byDay, recordOf, stepsOf, type Step } from "./steps";
