package org.mswada.architecture.wrong.nobodydependsonbootstrap.bootstrap;

/** Something of bootstrap's. */
public final class Settings {}
