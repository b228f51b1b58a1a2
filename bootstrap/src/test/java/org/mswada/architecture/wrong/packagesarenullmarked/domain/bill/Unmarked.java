package org.mswada.architecture.wrong.packagesarenullmarked.domain.bill;

/** A class in a package that nobody marked. */
final class Unmarked {}
