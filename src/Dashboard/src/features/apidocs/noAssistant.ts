/** Stands in for Scalar's chat assistant, which speaks to a service outside: the build leaves it out. */
export const Chat = null;
