package org.voltrail.contract.battery;

import org.voltrail.contract.ledger.LedgerContract;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;

/** Contract {@code battery}: registration, names, parts, service, second life, waste, private details, passport. */
public final class BatteryContract extends LedgerContract {
    /** A contract without state. */
    public BatteryContract() {
        super(BatteryCommand.CONTRACT);
        submit(BatteryCommand.Register.class, Registrations::register, Registrations::keys);
        submit(BatteryCommand.RegisterBatch.class, Registrations::registerBatch, Registrations::keys);
        submit(BatteryCommand.Correct.class, Registrations::correct);
        submit(BatteryCommand.AddIdentity.class, Names::add);
        submit(BatteryCommand.PutIntoService.class, Service::putIntoService);
        submit(BatteryCommand.DeclareWaste.class, Service::declareWaste);
        submit(BatteryCommand.Assemble.class, Parts::assemble);
        submit(BatteryCommand.Disassemble.class, Parts::disassemble);
        submit(BatteryCommand.Succeed.class, SecondLives::succeed);
        submit(BatteryCommand.AttachDetails.class, Details::attach);
        submitPrivately(BatteryCommand.StoreDetails.class, Details::store);
        submitPrivately(BatteryCommand.ShareDetails.class, Details::share);
        answer(BatteryQuery.Get.class, (view, query) -> view.battery(query.battery()));
        answer(BatteryQuery.Resolve.class, Names::resolve);
        answer(BatteryQuery.History.class, Histories::history);
        answer(BatteryQuery.List.class, Histories::list);
        answer(BatteryQuery.Passport.class, Passports::passport);
        answer(BatteryQuery.GetDetails.class, Details::get);
        answer(BatteryQuery.VerifyDetails.class, Details::verify);
    }
}
