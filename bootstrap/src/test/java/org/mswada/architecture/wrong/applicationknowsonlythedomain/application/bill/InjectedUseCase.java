package org.mswada.architecture.wrong.applicationknowsonlythedomain.application.bill;

/** A use case that knows the framework which wires it. */
final class InjectedUseCase {
    @jakarta.inject.Inject
    InjectedUseCase() {}
}
